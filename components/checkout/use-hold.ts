'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { HoldView } from '#contracts/storefront.ts'
import { holdKey, readHold } from './hold-queries.ts'
import { type ReceivedHold, received } from './received-hold.ts'

/** Extended or given back in one tab, it is so in the others before anybody looks there. */
const CHANNEL = 'marquee holds'

/**
 * The hold as the server has it. It begins with what the page was rendered with and is asked again at once, because
 * that is as old as the way of the page was long.
 */
export function useHold(initial: HoldView): { hold: ReceivedHold; tellOtherTabs: () => void } {
  const queries = useQueryClient()
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
  useEffect(() => {
    const channel = openChannel()
    if (!channel) return
    channel.onmessage = ({ data }) => {
      if (data === id) void queries.invalidateQueries({ queryKey: holdKey(id) })
    }
    return () => channel.close()
  }, [id, queries])

  function tellOtherTabs() {
    const channel = openChannel()
    channel?.postMessage(id)
    channel?.close()
  }
  return { hold, tellOtherTabs }
}

const openChannel = () => (typeof BroadcastChannel === 'function' ? new BroadcastChannel(CHANNEL) : null)
