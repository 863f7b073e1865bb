'use client'

import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { useSiteHref } from './language-context.tsx'

/** Goes from page to page within the page's language; paths are plain ones. */
export function useSiteRouter() {
  const router = useRouter()
  const siteHref = useSiteHref()
  return useMemo(
    () => ({
      push: (href: string) => router.push(siteHref(href)),
      replace: (href: string, options?: { readonly scroll?: boolean }) => router.replace(siteHref(href), options),
      refresh: () => router.refresh(),
    }),
    [router, siteHref],
  )
}
