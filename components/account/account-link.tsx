'use client'

import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { call } from '#components/api/call.ts'
import { SiteLink } from '#components/language/site-link.tsx'
import type { CurrentSession } from '#contracts/account.ts'
import styles from './account-link.module.css'

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
        <span className={styles.staff}>
          <SiteLink href="/admin" prefetch={false}>
            {admin}
          </SiteLink>
        </span>
      )}
      {signedIn ? (
        <SiteLink href="/account" prefetch={false}>
          <Figure />
          <span className={styles.label}>{account}</span>
        </SiteLink>
      ) : (
        <SiteLink href="/account/sign-in" prefetch={false}>
          <Figure />
          <span className={styles.label}>{signIn}</span>
        </SiteLink>
      )}
    </span>
  )
}

/** A head and shoulders; on phones it stands for the words, which stay for those who hear the page. */
function Figure() {
  return (
    <svg className={styles.figure} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="8" r="4" />
      <path d="M4 21c0-4.5 3.5-7 8-7s8 2.5 8 7" />
    </svg>
  )
}

/** Nothing tells of a cookie that changes; signing in and out load the page anew. */
const subscribe = () => () => {}
const isHinted = (): boolean => /(?:^|; )signed-in=1/.test(document.cookie)
