'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { inboxPagesKey, readInbox } from './inbox-queries.ts'

export type InboxPages = ReturnType<typeof useInboxPages>

/** What somebody was told here, page by page; asked for where there is anybody to ask for. */
export function useInboxPages(isAsked: boolean) {
  return useInfiniteQuery({
    queryKey: inboxPagesKey,
    enabled: isAsked,
    queryFn: ({ pageParam, signal }) => readInbox(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}
