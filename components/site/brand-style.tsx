'use client'

import { useState } from 'react'

interface Props {
  readonly nonce: string
  readonly css: string
}

/**
 * The reseller's own rules in the head. A page that is refreshed after a publish gets new ones with that answer's nonce,
 * but the document's policy knows the first one only: the style keeps it, or browsers would refuse the new rules.
 */
export function BrandStyle({ nonce, css }: Props) {
  const [first] = useState(nonce)
  // Browsers hide a nonce from scripts once they have read it, so what React finds there never matches.
  return (
    <style nonce={first} suppressHydrationWarning>
      {css}
    </style>
  )
}
