'use client'

import { useEffect } from 'react'
import { addStyle } from './add-style.ts'

interface Props {
  /** Its address here, `/fonts/noto-sans-jp.css`. */
  readonly href: string
}

/**
 * A stylesheet that a page does not wait for, nor has come between it and its pictures: fetched after the first frame
 * (dev/build/first-frame/begin.ts), or when React brings this part of a page, or at once where there are no scripts.
 */
export function LateStyle({ href }: Props) {
  useEffect(() => {
    addStyle(href)
  }, [href])
  return (
    <>
      <meta name="late-style" content={href} />
      <noscript>
        <link rel="stylesheet" href={href} />
      </noscript>
    </>
  )
}
