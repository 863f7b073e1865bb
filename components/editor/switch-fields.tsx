import { useTranslations } from 'use-intl/react'
import type { Editing } from './edit.ts'
import styles from './site-editor.module.css'

/** What pages do by themselves, to be turned off where a reseller does not want it. */
export function SwitchFields({ config, edit }: Editing) {
  const t = useTranslations('review')
  return (
    <div className="plain-list">
      {(['soldBanner', 'viewers'] as const).map((name) => (
        <label key={name} className={styles.check}>
          <input
            type="checkbox"
            checked={config.live[name]}
            onChange={({ target }) => edit((now) => ({ ...now, live: { ...now.live, [name]: target.checked } }))}
          />
          {t(`switch_${name}`)}
        </label>
      ))}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={config.seatMap?.orphanHint ?? true}
          onChange={({ target }) => edit((now) => ({ ...now, seatMap: { orphanHint: target.checked } }))}
        />
        {t('switch_orphanHint')}
      </label>
    </div>
  )
}
