'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'

interface SecondLook {
  /** Whether the question stands where the button was that began it. */
  readonly asking: boolean
  /** For that button. */
  readonly opener: RefObject<HTMLButtonElement | null>
  readonly ask: () => void
  /** No after all. */
  readonly leave: () => void
}

/** A question before what cannot be undone. Whoever says no is back at the button that began it, the keyboard too. */
export function useSecondLook(): SecondLook {
  const opener = useRef<HTMLButtonElement>(null)
  const left = useRef(false)
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    if (asking || !left.current) return
    left.current = false
    opener.current?.focus()
  }, [asking])
  return {
    asking,
    opener,
    ask: () => setAsking(true),
    leave: () => {
      left.current = true
      setAsking(false)
    },
  }
}
