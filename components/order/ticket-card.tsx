'use client'

import { useTranslations } from 'use-intl/react'
import type { ShowRecap } from '#components/checkout/show-recap.ts'
import { Artwork } from '#components/ui/artwork.tsx'
import type { Ticket } from '#contracts/order.ts'
import { isolated } from '#lib/text/isolated.ts'
import { qrPath } from './qr-path.ts'
import styles from './ticket-card.module.css'

interface Props {
  readonly ticket: Ticket
  readonly recap: ShowRecap | null
  readonly brand: string
  readonly position: number
  readonly count: number
}

/** One admission, as a thing one would keep. Prints on a page of its own. */
export function TicketCard(props: Props) {
  const t = useTranslations('ticket')
  const { ticket, recap } = props
  return (
    <li className={styles.ticket} data-testid="ticket">
      <div className={styles.main}>
        {recap && (
          <Artwork artwork={recap.artwork} sizes="(min-width: 48rem) 14rem, 100vw" decorative className={styles.art} />
        )}
        <div className={styles.words}>
          <Occasion {...props} />
          <Facts ticket={ticket} />
        </div>
      </div>
      <div className={styles.stub}>
        <QrCode barcode={ticket.barcode} />
        <p className={styles.admit}>{t('admit')}</p>
        <p className={styles.barcode}>{ticket.barcode}</p>
        <p className={styles.scan}>{t('scan')}</p>
      </div>
    </li>
  )
}

function Occasion({ recap, brand, position, count }: Props) {
  const t = useTranslations('ticket')
  return (
    <>
      <p className={styles.brand}>
        {brand} <span>{t('number', { number: position, count })}</span>
      </p>
      {recap && (
        <>
          <h3>{recap.title}</h3>
          <p className={styles.when}>
            <time dateTime={recap.startsAt}>
              {recap.day}, <strong>{recap.time}</strong>
            </time>
          </p>
          <p className={styles.where}>
            {recap.venue}
            <small>{recap.address}</small>
          </p>
        </>
      )}
    </>
  )
}

function Facts({ ticket }: Pick<Props, 'ticket'>) {
  const t = useTranslations('ticket')
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('category')}</dt>
        <dd>{isolated(ticket.tierName)}</dd>
      </div>
      {ticket.seatLabel && (
        <div>
          <dt>{t('seat')}</dt>
          <dd className={styles.seat}>{ticket.seatLabel}</dd>
        </div>
      )}
      <div>
        <dt>{t('holder')}</dt>
        <dd>{isolated(ticket.holder)}</dd>
      </div>
    </dl>
  )
}

/** Always dark on white, whatever the brand: scanners are not fond of design. */
function QrCode({ barcode }: { readonly barcode: string }) {
  const t = useTranslations('ticket')
  const { size, path } = qrPath(barcode)
  return (
    <svg viewBox={`0 0 ${size} ${size}`} className={styles.qr} role="img" aria-label={t('barcode', { code: barcode })}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
