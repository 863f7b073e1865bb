import type { Happening } from '#lib/admin/order-history.ts'
import { formatMoment } from '#lib/format/date.ts'
import type { Site } from '#lib/reseller/site.ts'
import { sentences } from '#lib/text/sentences.ts'
import { translator } from '#lib/text/translator.ts'
import styles from './order-happenings.module.css'

const MAILS = {
  'order.confirmed': 'mail_confirmed',
  'order.failed': 'mail_failed',
  'order.refunded': 'mail_refunded',
  'order.cancelled': 'mail_cancelled',
  'show.tomorrow': 'mail_tomorrow',
  again: 'mail_again',
} as const
const STATES = {
  sent: { text: 'mail_state_sent', tone: 'good' },
  waiting: { text: 'mail_state_waiting', tone: 'warn' },
  failed: { text: 'mail_state_undelivered', tone: 'bad' },
} as const

interface Props {
  readonly site: Site
  readonly happenings: readonly Happening[]
}

/** What happened to an order, from the first on. */
export function OrderHappenings({ site, happenings }: Props) {
  const { locale, timeZone } = site.config
  const t = translator(locale, 'staffOrders')
  return (
    <section className="panel" aria-labelledby="happened">
      <h2 id="happened">{t('happened')}</h2>
      <ol className={styles.line}>
        {happenings.map((one) => (
          <li key={`${one.what} ${one.what === 'mail' ? one.kind : ''} ${one.at}`}>
            <time dateTime={one.at}>{formatMoment(one.at, { locale, timeZone })}</time>
            {one.what === 'mail' ? (
              <span>
                {t(MAILS[one.kind])}{' '}
                <span className={`badge ${STATES[one.state].tone}`}>{t(STATES[one.state].text)}</span>
              </span>
            ) : (
              <strong>{t(`did_${one.what}`)}</strong>
            )}
          </li>
        ))}
      </ol>
      <p className="muted">{sentences(t('zone', { zone: timeZone }), t('mailsKept'))}</p>
    </section>
  )
}
