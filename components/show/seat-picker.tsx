'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import type { Hall } from '#components/seat-map/hall.ts'
import { Legend } from '#components/seat-map/legend.tsx'
import { createSeatFactsReader } from '#components/seat-map/seat-facts.ts'
import { SeatList } from '#components/seat-map/seat-list.tsx'
import { SeatMap } from '#components/seat-map/seat-map.tsx'
import { TierPatterns } from '#components/seat-map/tier-patterns.tsx'
import { useSeatWords } from '#components/seat-map/use-seat-words.ts'
import { PickTogether } from '#components/selection/pick-together.tsx'
import type { SelectionStep } from '#components/selection/selection.ts'
import type { Situation } from '#components/selection/selection-state.ts'
import { isSoldOut } from './sale-state.tsx'
import styles from './seat-picker.module.css'
import { useDrawnMoment } from './use-drawn-moment.ts'

interface Props {
  readonly hall: Hall
  readonly situation: Situation
  readonly chosen: readonly string[]
  /** Seats that are kept for this browser already. */
  readonly reserved: ReadonlySet<string>
  /** Null while nothing can be chosen. */
  readonly take: ((step: SelectionStep) => void) | null
  /** The id of what says how many one person may have. */
  readonly limitId: string
}

/** A seated hall, as a map or as a list; both show the same moment and the same choice. Above it a short way to seats. */
export function SeatPicker({ hall, situation, chosen, reserved, take, limitId }: Props) {
  const { availability } = situation
  const [view, setView] = useState<'map' | 'list'>('map')
  const locale = useLocale()
  const drawn = useDrawnMoment(availability, chosen)
  const words = useSeatWords(drawn.tiers)
  const [readFacts] = useState(createSeatFactsReader)
  const facts = useMemo(
    () => readFacts(hall, drawn, { chosen, reserved }, words),
    [readFacts, hall, drawn, chosen, reserved, words],
  )
  const View = view === 'map' ? SeatMap : SeatList
  return (
    <div className={styles.picker}>
      <TierPatterns count={availability.tiers.length} />
      {take && !isSoldOut(availability) && (
        <PickTogether situation={situation} hall={hall} chosen={chosen} take={take} limitId={limitId} />
      )}
      <div className={styles.head}>
        <Legend tiers={availability.tiers} locale={locale} anyReserved={reserved.size > 0} />
        <ViewSwitch view={view} onChange={setView} />
      </div>
      <View hall={hall} facts={facts} onToggle={useToggle(take)} locked={take === null} />
    </div>
  )
}

/** Takes by what is newest; itself it stays the same, so that rows are not drawn again because of it. */
function useToggle(take: Props['take']): (seatId: string) => void {
  const newest = useRef(take)
  useEffect(() => {
    newest.current = take
  })
  return useCallback((seatId) => newest.current?.({ type: 'toggle-seat', seatId }), [])
}

function ViewSwitch({ view, onChange }: { readonly view: string; readonly onChange: (view: 'map' | 'list') => void }) {
  const t = useTranslations('seats')
  return (
    <fieldset className={styles.switch}>
      <legend className="visually-hidden">{t('view')}</legend>
      <button type="button" aria-pressed={view === 'map'} onClick={() => onChange('map')}>
        {t('showMap')}
      </button>
      <button type="button" aria-pressed={view === 'list'} onClick={() => onChange('list')}>
        {t('showList')}
      </button>
    </fieldset>
  )
}
