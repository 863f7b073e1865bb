'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { type ReactNode, useEffect, useState } from 'react'
import type { Locale } from '#contracts/reseller-config.ts'
import { withLanguage } from '#lib/language/language-path.ts'

interface Props {
  readonly locale: Locale
  readonly prefix: string
  /** The prefix of the language that the page is in. */
  readonly ownPrefix: string
  /** Where it leads from the page that was first asked for; the browser keeps it up to date from there. */
  readonly href: string
  readonly current: boolean
  readonly children: ReactNode
}

/** The page one is on, in another language. A plain link: the whole document changes its language. */
export function LanguageLink({ locale, prefix, ownPrefix, href, current, children }: Props) {
  const [address, setAddress] = useState(href)
  const [pathname, query] = [usePathname(), useSearchParams()]
  // biome-ignore lint/correctness/useExhaustiveDependencies: they say that the address has changed, which is read where it is true
  useEffect(() => {
    const { pathname: path, search } = location
    setAddress(withLanguage(prefix, (path.slice(ownPrefix.length) || '/') + search))
  }, [pathname, query, prefix, ownPrefix])
  return (
    <a href={address} hrefLang={locale} lang={locale} aria-current={current ? 'true' : undefined}>
      {children}
    </a>
  )
}
