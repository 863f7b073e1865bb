'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useSyncExternalStore } from 'react'
import { call } from '#components/api/call.ts'
import type { CurrentSession } from '#contracts/account.ts'

interface Props {
  readonly className?: string | undefined
  readonly signIn: string
  readonly account: string
  readonly admin: string
}

/**
 * The way to one's account. The page is the same for everybody and comes with the way to sign in; whether somebody is
 * signed in the browser finds out, and asks only when a cookie says that it is worth asking.
 */
export function AccountLink({ className, signIn, account, admin }: Props) {
  const hinted = useSyncExternalStore(subscribe, isHinted, () => false)
  const { data } = useQuery({
    queryKey: ['account'],
    queryFn: () => call<CurrentSession>('/api/account/session'),
    enabled: hinted,
    staleTime: 5 * 60_000,
    retry: false,
  })
  const signedIn = hinted && data?.account !== null
  return (
    <span className={className}>
      {data?.account?.staff && (
        <Link href="/admin" prefetch={false}>
          {admin}
        </Link>
      )}
      {signedIn ? (
        <Link href="/account" prefetch={false}>
          {account}
        </Link>
      ) : (
        <Link href="/account/sign-in" prefetch={false}>
          {signIn}
        </Link>
      )}
    </span>
  )
}

/** Nothing tells of a cookie that changes; signing in and out load the page anew. */
const subscribe = () => () => {}
const isHinted = (): boolean => /(?:^|; )signed-in=1/.test(document.cookie)
