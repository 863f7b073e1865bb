'use client'

import type { ComponentProps } from 'react'
import { useSiteHref } from './language-context.tsx'

/** A form whose answer is a page of ours, in the page's language. `action` is the plain path. */
export function SiteForm({ action, ...rest }: Omit<ComponentProps<'form'>, 'action'> & { readonly action: string }) {
  return <form {...rest} action={useSiteHref()(action)} />
}
