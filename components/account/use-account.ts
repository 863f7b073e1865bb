'use client'

import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { call } from '#components/api/call.ts'
import type { AccountView, CurrentSession } from '#contracts/account.ts'

/**
 * Who is signed in, as this browser finds out; it asks only when a cookie says that it is worth asking. `signedIn` is a
 * guess until the answer is there.
 */
export function useAccount(): { readonly signedIn: boolean; readonly account: AccountView | null } {
  const hinted = useSyncExternalStore(subscribe, isHinted, () => false)
  const { data } = useQuery({
    queryKey: ['account'],
    queryFn: () => call<CurrentSession>('/api/account/session'),
    enabled: hinted,
    staleTime: 5 * 60_000,
    retry: false,
  })
  return { signedIn: hinted && data?.account !== null, account: data?.account ?? null }
}

/** Nothing tells of a cookie that changes; signing in and out load the page anew. */
const subscribe = () => () => {}
const isHinted = (): boolean => /(?:^|; )signed-in=1/.test(document.cookie)
