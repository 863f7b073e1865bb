import type { Locale } from '#contracts/reseller-config.ts'
import type { StaffTicket } from '#lib/admin/staff-order.ts'
import { isolated, listed } from '#lib/text/isolated.ts'
import { translator } from '#lib/text/translator.ts'

interface Props {
  readonly locale: Locale
  readonly tickets: readonly StaffTicket[] | 'unavailable'
}

/** Who sits where. */
export function OrderTickets({ locale, tickets }: Props) {
  const t = translator(locale, 'staffOrders')
  return (
    <section className="panel" aria-labelledby="tickets">
      <h2 id="tickets">{t('ticketsTitle')}</h2>
      {tickets === 'unavailable' && <p className="note warn">{t('ticketsAway')}</p>}
      {tickets.length === 0 && <p className="muted">{t('noTickets')}</p>}
      {tickets !== 'unavailable' && tickets.length > 0 && (
        <ul className="plain-list">
          {tickets.map(({ id, tierName, seatLabel, holder }) => (
            <li key={id}>
              <strong>{listed([tierName, seatLabel])}</strong> <span className="muted">{isolated(holder)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
