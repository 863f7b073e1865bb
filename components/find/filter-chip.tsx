'use client'

import { SiteLink, type SiteLinkProps } from '#components/language/site-link.tsx'

/** Where the number of shows stands. */
export const COUNT_ID = 'found'

/** A link that vanishes with the filter it takes away: the focus goes on to what is found then, not to the page's top. */
export function FilterChip(props: Omit<SiteLinkProps, 'onClick'>) {
  return (
    <SiteLink
      {...props}
      prefetch={false}
      replace
      scroll={false}
      onClick={() => document.getElementById(COUNT_ID)?.focus({ preventScroll: true })}
    />
  )
}
