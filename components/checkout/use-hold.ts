'use client'

import { useQuery } from '@tanstack/react-query'
import type { HoldView } from '#contracts/storefront.ts'
import { holdNews } from './hold-news.ts'
import { holdKey, readHold } from './hold-queries.ts'
import { type ReceivedHold, received } from './received-hold.ts'
import { useHoldNews } from './use-hold-news.ts'

/**
 * The hold as the server has it. It begins with what the page was rendered with and is asked again at once, because
 * that is as old as the way of the page was long.
 */
export function useHold(initial: HoldView): { hold: ReceivedHold; tellOtherTabs: () => void } {
  const { id } = initial
  const { data: hold } = useQuery({
    queryKey: holdKey(id),
    queryFn: ({ signal }) => readHold(id, signal),
    initialData: () => {
      const nowMs = Date.now()
      return received(initial, nowMs, nowMs)
    },
    staleTime: 0,
    refetchOnWindowFocus: 'always',
  })
  useHoldNews(id)
  return { hold, tellOtherTabs: () => holdNews.tell(id) }
}
