'use client'

import { SiteLink } from '#components/language/site-link.tsx'
import { QueryProvider } from '#components/live/query-provider.tsx'
import styles from './account-link.module.css'
import { AccountWay } from './account-way.tsx'
import type { AccountWords } from './account-words.ts'
import { SignInWay } from './sign-in-way.tsx'
import { useAccount } from './use-account.ts'

/** The ways of who is signed in, or back to signing in when it is over. */
export function OwnWays(words: AccountWords) {
  return (
    <QueryProvider>
      <Ways {...words} />
    </QueryProvider>
  )
}

function Ways({ signIn, account, admin }: AccountWords) {
  const { signedIn, account: person } = useAccount()
  return (
    <>
      {person?.staff && (
        <span className={styles.staff}>
          <SiteLink href="/admin" prefetch={false}>
            {admin}
          </SiteLink>
        </span>
      )}
      {signedIn ? <AccountWay href="/account" label={account} /> : <SignInWay label={signIn} />}
    </>
  )
}
