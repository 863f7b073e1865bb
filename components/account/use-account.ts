'use client'

import { useQuery } from '@tanstack/react-query'
import { call } from '#components/api/call.ts'
import type { AccountView, CurrentSession } from '#contracts/account.ts'
import { useSignedInHint } from './use-signed-in-hint.ts'

/**
 * Who is signed in, as this browser finds out; it asks only when a cookie says that it is worth asking. `signedIn` is a
 * guess until the answer is there.
 */
export function useAccount(): { readonly signedIn: boolean; readonly account: AccountView | null } {
  const hinted = useSignedInHint()
  const { data } = useQuery({
    queryKey: ['account'],
    queryFn: () => call<CurrentSession>('/api/account/session'),
    enabled: hinted,
    staleTime: 5 * 60_000,
    retry: false,
  })
  return { signedIn: hinted && data?.account !== null, account: data?.account ?? null }
}
