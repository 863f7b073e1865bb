import { call } from '#components/api/call.ts'
import { ProblemError } from '#components/api/problem-error.ts'
import { send } from '#components/api/send.ts'
import type { InboxCount, InboxPage } from '#contracts/storefront.ts'

export const inboxKey = ['inbox'] as const
export const unreadKey = ['inbox', 'unread'] as const
export const inboxPagesKey = ['inbox', 'pages'] as const

const NOTHING: InboxPage = { items: [], unread: 0, nextCursor: null }

/** A page of it; whoever has no inbox here has an empty one. */
export async function readInbox(cursor: string | null, signal?: AbortSignal): Promise<InboxPage> {
  const query = cursor === null ? '' : `?${new URLSearchParams({ cursor })}`
  try {
    return await call<InboxPage>(`/api/inbox${query}`, signal ? { signal } : {})
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404) return NOTHING
    throw error
  }
}

export const markRead = (ids?: readonly string[]): Promise<InboxCount> =>
  send<InboxCount>('/api/inbox/read', { method: 'POST', body: ids ? { ids } : {} })
