'use client'

import { useTranslations } from 'use-intl/react'
import type { Hall } from './hall.ts'
import styles from './seat-map.module.css'

/** Where everybody looks, with its apron curving towards the hall. */
export function Stage({ stage }: { readonly stage: Hall['stage'] }) {
  const t = useTranslations('seats')
  if (!stage) return null
  const { x, y, width, height } = stage
  const apron = Math.min(height * 0.35, 1)
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a drawing cannot be focused
    <g aria-hidden="true" className={styles.stage}>
      <path d={`M${x} ${y}h${width}v${height - apron}q${-width / 2} ${2 * apron} ${-width} 0z`} />
      <text x={x + width / 2} y={y + height / 2} dy="0.35em" fontSize={Math.min(height * 0.32, width * 0.12)}>
        {stage.label || t('stage')}
      </text>
    </g>
  )
}
