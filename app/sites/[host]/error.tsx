'use client'

import { PageError } from '#components/problem/page-error.tsx'

export default function SiteError({ reset }: { readonly error: Error; readonly reset: () => void }) {
  return <PageError retry={reset} />
}
