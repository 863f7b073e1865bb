'use client'

import { useLocale, useTranslations } from 'use-intl/react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { formatShortMoney } from '#lib/format/money.ts'
import styles from './lost-notice.module.css'
import type { SelectionStep } from './selection.ts'
import type { Loss, Situation } from './selection-state.ts'

interface Props {
  readonly losses: readonly Loss[]
  readonly situation: Situation
  readonly take: (step: SelectionStep) => void
}

/** What others were faster with, by name, and the way on. Read out at once; the focus stays where it is. */
export function LostNotice({ losses, situation, take }: Props) {
  const t = useTranslations('selection')
  return (
    <div role="alert" className={styles.losses} data-testid="lost-seats">
      {losses.map((loss) =>
        loss.kind === 'seat' ? (
          <LostSeat key={loss.seatId} loss={loss} situation={situation} take={take} />
        ) : (
          <Notice
            key={loss.tierId}
            tone="warning"
            title={
              loss.left > 0
                ? t('reducedTitle', { tier: loss.name, count: loss.left })
                : t('goneTitle', { tier: loss.name })
            }
            text={loss.left > 0 ? t('reducedText') : undefined}
          />
        ),
      )}
      {losses.length > 0 && (
        <Button kind="plain" onClick={() => take({ type: 'dismiss-losses' })}>
          {t('lostDismiss')}
        </Button>
      )}
    </div>
  )
}

function LostSeat({
  loss,
  situation,
  take,
}: Omit<Props, 'losses'> & { readonly loss: Extract<Loss, { kind: 'seat' }> }) {
  const t = useTranslations('selection')
  const offer = useOffer(loss.offerId, situation)
  return (
    <Notice
      tone="warning"
      title={t('lostTitle', { count: 1, labels: loss.label })}
      text={t(loss.reason === 'held' ? 'lostHeld' : 'lostSold')}
    >
      {offer ? (
        <>
          <span>{t('lostOffer', offer)}</span>
          <Button data-offer={offer.label} onClick={() => take({ type: 'take-offer', lostSeatId: loss.seatId })}>
            {t('lostTake', { label: offer.label })}
          </Button>
        </>
      ) : (
        <span>{t('lostNone')}</span>
      )}
    </Notice>
  )
}

function useOffer(offerId: string | null, { hall, availability }: Situation) {
  const locale = useLocale()
  const seat = offerId === null ? undefined : hall?.seats.get(offerId)
  const tier = availability.tiers.find(({ id }) => id === seat?.tierId)
  return seat && tier ? { label: seat.label, price: formatShortMoney(tier.price, locale) } : null
}
