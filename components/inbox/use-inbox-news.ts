'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useStream } from '#components/realtime/use-stream.ts'
import { inboxKey, unreadKey } from './inbox-queries.ts'

/** Follows the reader's own stream, on every device: what is new there, and what another device has read. */
export function useInboxNews(): void {
  const queries = useQueryClient()
  const askAgain = () => void queries.invalidateQueries({ queryKey: inboxKey })
  useStream('private.inbox', {
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
}
