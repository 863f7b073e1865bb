'use client'

import { lazy, Suspense } from 'react'
import { AccountWay } from './account-way.tsx'
import type { AccountWords } from './account-words.ts'
import { SignInWay } from './sign-in-way.tsx'
import { useSignedInHint } from './use-signed-in-hint.ts'

/** Only browsers in which somebody may be signed in fetch what asks. Never rendered on a server, which has no hint. */
const LateOwnWays = lazy(async () => ({ default: (await import('./own-ways.tsx')).OwnWays }))

/**
 * The way to one's account. The page is the same for everybody and comes with the way to sign in; whether somebody is
 * signed in the browser finds out.
 */
export function AccountLink({ className, ...words }: AccountWords & { readonly className?: string | undefined }) {
  return (
    <span className={className}>
      {useSignedInHint() ? (
        <Suspense fallback={<AccountWay href="/account" label={words.account} />}>
          <LateOwnWays {...words} />
        </Suspense>
      ) : (
        <SignInWay label={words.signIn} />
      )}
    </span>
  )
}
