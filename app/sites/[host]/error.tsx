'use client'

import { PageError } from '#components/problem/page-error.tsx'

interface Props {
  readonly error: Error & { readonly digest?: string }
  readonly reset: () => void
}

export default function SiteError({ error, reset }: Props) {
  return <PageError digest={error.digest} retry={reset} />
}
