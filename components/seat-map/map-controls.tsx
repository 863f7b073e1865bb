'use client'

import { useTranslations } from 'use-intl/react'
import { Icon } from '#components/ui/icon.tsx'
import styles from './seat-map.module.css'

interface Props {
  readonly canGoFurther: boolean
  readonly onCloser: () => void
  readonly onFurther: () => void
  readonly onWhole: () => void
}

export function MapControls({ canGoFurther, onCloser, onFurther, onWhole }: Props) {
  const t = useTranslations('seats')
  return (
    <div className={styles.controls}>
      <button type="button" onClick={onCloser} aria-label={t('zoomIn')} title={t('zoomIn')}>
        <Icon name="plus" />
      </button>
      <button type="button" onClick={onFurther} disabled={!canGoFurther} aria-label={t('zoomOut')} title={t('zoomOut')}>
        <Icon name="minus" />
      </button>
      <button
        type="button"
        onClick={onWhole}
        disabled={!canGoFurther}
        aria-label={t('zoomReset')}
        title={t('zoomReset')}
      >
        <Icon name="whole" />
      </button>
    </div>
  )
}
