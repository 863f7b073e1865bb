'use client'

import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLocale } from 'use-intl/react'
import { problemOf } from '#components/api/problem-error.ts'
import { itemsName } from '#components/selection/items-name.ts'
import { holdKey, readHold } from './hold-queries.ts'
import type { HoldUse } from './hold-use.ts'
import type { OpenHoldEnd } from './open-hold-end.ts'
import { OpenHoldEndNotice } from './open-hold-end-notice.tsx'
import { OpenHoldLine } from './open-hold-line.tsx'
import styles from './open-hold-lines.module.css'
import { openHolds } from './open-holds.ts'
import type { ReceivedHold } from './received-hold.ts'

interface Props extends Partial<HoldUse> {
  readonly holdIds: readonly string[]
}

/**
 * One line for each hold that the storefront still keeps, and what became of one that was to be changed. What it keeps no more
 * is forgotten here, too; what it does not show to this browser, which may be signed out for now, is hidden.
 */
export function OpenHoldLines({ holdIds, situation, onKnown, chooseAgain }: Props) {
  const locale = useLocale()
  const holds = useQueries({ queries: holdIds.map(queryOf), combine: answersOf })
  const { place, ended, tell } = useEnded()
  // An answer that got lost is found later, when the page may know more than when the button was pressed.
  const choose = useRef(chooseAgain)
  useEffect(() => {
    choose.current = chooseAgain
  })
  useEffect(() => {
    for (const { id, status } of holds) if (status !== 'active') openHolds.forget(id)
    onKnown?.(holds)
  }, [holds, onKnown])
  // Without a hold there is no line, and nobody to say so.
  useEffect(() => () => onKnown?.([]), [onKnown])
  function onEnd({ items }: ReceivedHold, end: OpenHoldEnd) {
    if (end !== 'released') return tell({ end, whole: false })
    // Whoever pressed on meanwhile has another choice by now; that these are given back is said all the same.
    tell({ end, whole: choose.current?.(items) ?? false })
  }
  return (
    <div ref={place} tabIndex={-1} className={styles.holds}>
      {ended && <OpenHoldEndNotice {...ended} />}
      {holds.map((hold) => (
        <OpenHoldLine
          key={hold.id}
          hold={hold}
          name={situation ? itemsName(hold.items, situation, locale) : ''}
          mayChange={Boolean(chooseAgain)}
          onEnd={(end) => onEnd(hold, end)}
        />
      ))}
    </div>
  )
}

interface Ended {
  readonly end: OpenHoldEnd
  readonly whole: boolean
}

/** What is said last. The button that was pressed is gone by then, so the focus goes where it is said. */
function useEnded() {
  const [ended, tell] = useState<Ended | null>(null)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (ended) place.current?.focus()
  }, [ended])
  return { place, ended, tell }
}

const queryOf = (holdId: string) => ({
  queryKey: holdKey(holdId),
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => readHold(holdId, signal),
  retry: false,
})

const answersOf = (results: UseQueryResult<ReceivedHold>[]): ReceivedHold[] =>
  results.flatMap(({ data, error }) => (data && problemOf(error)?.status !== 404 ? data : []))
