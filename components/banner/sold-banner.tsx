'use client'

import { useTranslations } from 'use-intl/react'
import type { SoldNews } from '#components/availability/sold-news.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { useKeptFocus } from '#components/ui/use-kept-focus.ts'
import type { Availability } from '#contracts/availability.ts'
import { listed } from '#lib/text/isolated.ts'
import type { Bundle } from './banner-state.ts'
import { bannerWords } from './banner-words.ts'
import styles from './sold-banner.module.css'
import { useBanner } from './use-banner.ts'
import { useSpoken } from './use-spoken.ts'

interface Props {
  readonly onSold: (listener: (news: SoldNews) => void) => () => void
  readonly availability: Availability
}

/** "Just sold": true, recent, somebody else's; polite to screen readers, and it never takes the focus. */
export function SoldBanner({ onSold, availability }: Props) {
  const t = useTranslations('banner')
  const { state, ...actions } = useBanner(onSold)
  const textOf = useBannerText(availability)
  const text = state.current ? textOf(state.current) : ''
  const spoken = useSpoken(text)
  const kept = useKeptFocus<HTMLDivElement>()
  return (
    <div {...kept} className={styles.place}>
      <p role="status" className="visually-hidden">
        {spoken}
      </p>
      {text !== '' && (
        <section
          className={styles.banner}
          aria-label={t('label')}
          data-testid="sold-banner"
          onPointerEnter={() => actions.read('pointer')}
          onPointerLeave={() => actions.goOn('pointer')}
          onFocus={() => actions.read('focus')}
          onBlur={() => actions.goOn('focus')}
        >
          <span className={styles.label}>{t('label')}</span>
          <p className={styles.text}>{text}</p>
          <IconButton icon="pause" label={t('pause')} onClick={actions.pause} />
          <IconButton icon="close" label={t('dismiss')} onClick={actions.dismiss} />
        </section>
      )}
      {state.paused && (
        <p className={styles.paused}>
          {t('paused')}{' '}
          <button type="button" onClick={actions.resume}>
            {t('resume')}
          </button>
        </p>
      )}
    </div>
  )
}

function useBannerText({ tiers, seats }: Availability): (bundle: Bundle) => string {
  const t = useTranslations('banner')
  return (bundle) => {
    const words = bannerWords(bundle, {
      tier: (tierId) => tiers.find((tier) => tier.id === tierId)?.name,
      seat: (seatId) => seats?.find((seat) => seat.id === seatId)?.label,
      tierIds: tiers.map(({ id }) => id),
    })
    switch (words.kind) {
      case 'seats':
        return t('seats', { count: words.count, labels: listed(words.labels, ', ') })
      case 'tickets':
        return t('tickets', { count: words.count, tier: words.tier })
      case 'rush': {
        const { count, tier, left } = words
        const sold = tier === null ? t('rush', { count }) : t('rushOf', { count, tier })
        return left === null ? sold : t('rushLeft', { sold, left })
      }
      case 'several':
        return t('several', { count: words.count })
    }
  }
}
