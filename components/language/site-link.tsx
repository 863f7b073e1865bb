'use client'

import Link from 'next/link'
import type { ComponentProps } from 'react'
import { useSiteHref } from './language-context.tsx'

export type SiteLinkProps = Omit<ComponentProps<typeof Link>, 'href'> & { readonly href: string }

/** A link that keeps the page's language. Its `href` is the plain path; addresses elsewhere stay as they are. */
export function SiteLink({ href, ...rest }: SiteLinkProps) {
  return <Link {...rest} href={useSiteHref()(href)} />
}
