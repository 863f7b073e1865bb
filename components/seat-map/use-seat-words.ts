'use client'

import { useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import type { Tier } from '#contracts/availability.ts'
import { formatShortMoney } from '#lib/format/money.ts'
import { isolated } from '#lib/text/isolated.ts'
import type { SeatWords } from './seat-facts.ts'

/** Messages are read once per group of words, not once per seat: a hall has two thousand. */
export function useSeatWords(tiers: readonly Tier[]): SeatWords {
  const t = useTranslations('seats')
  const locale = useLocale()
  // Every message makes new tiers; words are made anew only when what they say differs.
  const said = JSON.stringify(tiers.map(({ id, name, price }) => ({ id, name, price })))
  return useMemo(() => {
    const priced: Pick<Tier, 'id' | 'price'>[] = JSON.parse(said)
    const prices = new Map(priced.map(({ id, price }) => [id, formatShortMoney(price, locale)]))
    const [available, held, sold] = [t('available'), t('held'), t('sold')]
    const states = { available, held, sold, chosen: t('chosen'), mine: t('mine') }
    const place = t('seat', { row: '\uE001', number: '\uE002' })
    const placeIn = t('seatIn', { section: '\uE000', row: '\uE001', number: '\uE002' })
    const sentence = t('seatFacts', { place: '\uE000', tier: '\uE001', price: '\uE002', status: '\uE003' })
    return {
      place: (seat, section) => fill(section ? placeIn : place, [section, seat.row, seat.number]),
      price: (tierId) => prices.get(tierId) ?? '',
      state: (state) => states[state],
      sentence: (parts) => fill(sentence, [parts.place, parts.tier, parts.price, parts.status]),
    }
  }, [t, locale, said])
}

/** Puts values where a message was given private characters for them, isolated as a message would have. */
const fill = (text: string, values: readonly string[]) =>
  text.replace(/[\uE000-\uE003]/g, (mark) => isolated(values[mark.charCodeAt(0) - 0xe000] ?? ''))
