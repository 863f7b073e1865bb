'use client'

import { useEffect } from 'react'

/**
 * Says on the document that the page is awake: React has it, and what is pressed is heard. Presses from before are
 * kept until then (dev/build/first-frame/keep-presses.ts).
 */
export function AwakeMark() {
  useEffect(() => {
    document.documentElement.dataset.awake = ''
  }, [])
  return null
}
