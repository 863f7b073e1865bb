'use client'

import { useState } from 'react'
import { useSiteHref } from '#components/language/language-context.tsx'
import { AccountWay } from './account-way.tsx'
import { wayBackFrom, withNext } from './way-back.ts'

/**
 * The way to sign in, and from there back to where one was. The page is the same for everybody whatever its query is, so
 * that is read in the browser, when somebody is about to take the way: by any button of a mouse, or by the keyboard.
 */
export function SignInWay({ label }: { readonly label: string }) {
  const siteHref = useSiteHref()
  const [next, setNext] = useState<string | null>(null)
  const look = () => setNext(wayBackFrom(window.location, siteHref('/')))
  return <AccountWay href={withNext('/account/sign-in', next)} label={label} onPointerDown={look} onFocus={look} />
}
