'use client'

import { useTranslations } from 'use-intl/react'
import { StepButton } from '#components/ui/step-button.tsx'
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
      <StepButton icon="plus" label={t('zoomIn')} title={t('zoomIn')} onPress={onCloser} />
      <StepButton icon="minus" label={t('zoomOut')} title={t('zoomOut')} onPress={canGoFurther ? onFurther : null} />
      <StepButton icon="whole" label={t('zoomReset')} title={t('zoomReset')} onPress={canGoFurther ? onWhole : null} />
    </div>
  )
}
