'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useStream } from '#components/realtime/use-stream.ts'
import { mayHaveInbox, onInboxHint } from './inbox-hint.ts'
import { inboxKey, unreadKey } from './inbox-queries.ts'

/**
 * Follows the reader's own stream, on every device: what is new there, and what another device has read.
 * @returns whether this browser may have an inbox at all; without one nothing is followed
 */
export function useInboxNews(): boolean {
  const queries = useQueryClient()
  const mine = useSyncExternalStore(onInboxHint, mayHaveInbox, () => false)
  const askAgain = () => void queries.invalidateQueries({ queryKey: inboxKey })
  useStream(mine ? 'private.inbox' : null, {
    onMessage: ({ event, data }) => {
      if (event !== 'inbox') return
      queries.setQueryData(unreadKey, data.unread)
      askAgain()
    },
    onReady: ({ resumed }) => {
      if (!resumed) askAgain()
    },
    onReset: askAgain,
  })
  return mine
}
