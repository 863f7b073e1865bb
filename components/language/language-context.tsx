'use client'

import { createContext, type ReactNode, use, useCallback } from 'react'
import { withLanguage } from '#lib/language/language-path.ts'

/** What the page's paths begin with, see `lib/language/languages.ts`. */
const Prefix = createContext('')

export function LanguageProvider({ prefix, children }: { readonly prefix: string; readonly children: ReactNode }) {
  return <Prefix value={prefix}>{children}</Prefix>
}

/** Puts the page's language on a path of ours: `/shows` is `/de/shows` on a German page. */
export function useSiteHref(): (href: string) => string {
  const prefix = use(Prefix)
  return useCallback((href) => withLanguage(prefix, href), [prefix])
}
