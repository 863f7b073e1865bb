import type { ReactNode } from 'react'
import { WithCode } from '#components/order/with-code.tsx'
import type { Order } from '#contracts/order.ts'
import type { Show } from '#contracts/show.ts'
import { formatMoment } from '#lib/format/date.ts'
import { formatMoney } from '#lib/format/money.ts'
import type { Site } from '#lib/reseller/site.ts'
import { isolated, listed } from '#lib/text/isolated.ts'
import { translator } from '#lib/text/translator.ts'
import { OrderBadge } from './order-badge.tsx'

interface Props {
  readonly site: Site
  readonly order: Order
  /** Null where core cannot tell of it. */
  readonly show: Show | null
  /** What may be done with it. */
  readonly children: ReactNode
}

/** What an order is, as core has it now. */
export function OrderFacts({ site, order, show, children }: Props) {
  const { locale, timeZone } = site.config
  const t = translator(locale, 'staffOrders')
  const { code, status, buyer, total, createdAt, payment } = order
  return (
    <section className="panel" aria-labelledby="order">
      <div className="row">
        <h1 id="order">
          <WithCode text={t('order', { code })} code={code} />
        </h1>
        <OrderBadge status={status} />
      </div>
      <dl className="facts">
        <div>
          <dt>{t('buyer')}</dt>
          <dd>{isolated(buyer.name)}</dd>
        </div>
        <div>
          <dt>{t('email')}</dt>
          <dd>
            <a href={`mailto:${buyer.email}`}>{buyer.email}</a>
          </dd>
        </div>
        <div>
          <dt>{t('show')}</dt>
          <dd>
            {show ? <a href={`/shows/${show.id}`}>{isolated(show.title)}</a> : t('showUnknown')}
            {show && (
              <p className="muted">
                {listed(
                  [formatMoment(show.startsAt, { locale, timeZone: show.venue.timeZone }), show.venue.name],
                  ', ',
                )}
              </p>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('total')}</dt>
          <dd>
            {formatMoney(total, locale)}
            {total.fees > 0 && (
              <p className="muted">{t('fees', { amount: formatMoney({ ...total, amount: total.fees }, locale) })}</p>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('orderedAt')}</dt>
          <dd>{formatMoment(createdAt, { locale, timeZone })}</dd>
        </div>
      </dl>
      {payment.failure && <p className="note bad">{t('reason', { reason: payment.failure })}</p>}
      {children}
    </section>
  )
}
