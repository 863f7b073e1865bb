import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import type { Editing } from './edit.ts'
import { ChoiceField } from './input-field.tsx'
import styles from './site-editor.module.css'

interface Props extends Omit<Editing, 'faults'> {
  /** IANA time zones, from the server: browsers know other lists. */
  readonly zones: readonly string[]
}

/**
 * Where a site is at home: its addresses, its clock, its money. Which of its addresses is the main one is the reseller's
 * to say; which addresses there are is not, because each needs DNS and a certificate (and whoever could name any address
 * would name somebody else's).
 */
export function PlaceFields({ config, edit, zones }: Props) {
  const t = useTranslations('editor')
  const words = useTranslations('review')
  const name = useId()
  const primary = config.hosts[0]
  const choose = (host: string) =>
    edit((now) => ({ ...now, hosts: [host, ...now.hosts.filter((other) => other !== host)] }))
  return (
    <>
      <fieldset className={styles.hosts}>
        <legend className="label">{t('hosts')}</legend>
        <p className="muted">{t('hostsHint')}</p>
        {config.hosts.toSorted().map((host) => (
          <label key={host} className={styles.check}>
            <input type="radio" name={name} checked={host === primary} onChange={() => choose(host)} />
            {host}
            {host === primary && <span className="badge good">{t('hostPrimary')}</span>}
          </label>
        ))}
      </fieldset>
      <div className="fields">
        <div className="field">
          <ChoiceField
            label={words('name_timeZone')}
            value={config.timeZone}
            options={[...new Set([config.timeZone, ...zones])].toSorted().map((zone) => ({ value: zone, text: zone }))}
            onValue={(timeZone) => edit((now) => ({ ...now, timeZone }))}
          />
          <p className="muted">{t('timeZoneHint')}</p>
        </div>
        <div className="field">
          <p className="label">{words('name_currency')}</p>
          <p>{config.currency}</p>
          <p className="muted">{t('currencyHint')}</p>
        </div>
      </div>
    </>
  )
}
