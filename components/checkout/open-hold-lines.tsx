'use client'

import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useEffect } from 'react'
import { problemOf } from '#components/api/problem-error.ts'
import type { Item } from '#contracts/hold.ts'
import { holdKey, readHold } from './hold-queries.ts'
import type { HoldUse } from './hold-use.ts'
import { OpenHoldLine } from './open-hold-line.tsx'
import { openHolds } from './open-holds.ts'
import type { ReceivedHold } from './received-hold.ts'

interface Props extends Partial<Pick<HoldUse, 'nameOf' | 'onKnown'>> {
  readonly holdIds: readonly string[]
  /** Takes what a hold had, when it has been given back to be changed; null where that cannot be. */
  readonly onReleased: ((items: readonly Item[]) => void) | null
}

/** One line for each hold that the storefront still keeps. What it keeps no more is forgotten here, too. */
export function OpenHoldLines({ holdIds, nameOf, onKnown, onReleased }: Props) {
  const holds = useQueries({ queries: holdIds.map(queryOf), combine: answersOf })
  useEffect(() => {
    for (const { id, status } of holds) if (status !== 'active') openHolds.forget(id)
    onKnown?.(holds)
  }, [holds, onKnown])
  // Without a hold there is no line, and nobody to say so.
  useEffect(() => () => onKnown?.([]), [onKnown])
  return holds.map((hold) => (
    <OpenHoldLine key={hold.id} hold={hold} name={nameOf?.(hold.items) ?? ''} onReleased={onReleased} />
  ))
}

const queryOf = (holdId: string) => ({
  queryKey: holdKey(holdId),
  queryFn: async ({ signal }: { readonly signal: AbortSignal }) => {
    try {
      return await readHold(holdId, signal)
    } catch (error) {
      if (problemOf(error)?.status === 404) openHolds.forget(holdId)
      throw error
    }
  },
  retry: false,
})

const answersOf = (results: UseQueryResult<ReceivedHold>[]): ReceivedHold[] => results.flatMap(({ data }) => data ?? [])
