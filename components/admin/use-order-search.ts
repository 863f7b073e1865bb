'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call } from '#components/api/call.ts'
import { isRetryable, problemOf } from '#components/api/problem-error.ts'
import type { FoundOrder, FoundOrders } from '#contracts/staff.ts'
import { rememberedSearch, rememberSearch } from './search-memory.ts'
import { type SearchProblem, searchProblem } from './search-problem.ts'

/** Whoever types pauses longer between words than between letters. */
const TYPING_MS = 350

export interface OrderSearchState {
  /** What the field shows, and what was asked last. */
  readonly text: string
  readonly asked: string
  /** Null until the first answer. */
  readonly orders: readonly FoundOrder[] | null
  readonly problem: SearchProblem | null
  readonly busy: boolean
  /** Shows what is not a word yet. */
  compose(text: string): void
  /** Asks soon, at the next pause; {@link ask} at once, as for Enter. */
  type(text: string): void
  ask(text: string): void
  retry(): void
  /** Null where there are no older ones; not to be called while it is {@link busy}. */
  readonly more: (() => void) | null
}

export function useOrderSearch(): OrderSearchState {
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const before = rememberedSearch()
    setText(before)
    setAsked(before)
    return () => clearTimeout(timer.current)
  }, [])
  const ask = (wanted: string) => {
    clearTimeout(timer.current)
    setText(wanted)
    setAsked(wanted.trim())
    rememberSearch(wanted.trim())
  }
  const type = (typed: string) => {
    setText(typed)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => ask(typed), TYPING_MS)
  }
  const found = useInfiniteQuery({
    queryKey: ['orders found', asked],
    enabled: asked !== null,
    queryFn: ({ pageParam, signal }) =>
      call<FoundOrders>('/api/admin/orders/search', {
        method: 'POST',
        body: { q: asked, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    // Orders change; what was found before is not shown again as if it were now.
    ...{ staleTime: 0, gcTime: 0, refetchOnWindowFocus: false },
    retry: (failures, error) => failures < 1 && isRetryable(error),
  })
  return {
    ...{ text, asked: asked ?? '', compose: setText, type, ask },
    orders: found.data?.pages.flatMap(({ items }) => items) ?? null,
    problem: found.error ? searchProblem(problemOf(found.error)) : null,
    busy: asked === null || found.isFetching,
    retry: () => void found.refetch(),
    more: found.hasNextPage ? () => void found.fetchNextPage() : null,
  }
}
