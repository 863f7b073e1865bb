import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'

interface KeptFocus<Place> {
  readonly ref: RefObject<Place | null>
  readonly tabIndex: -1
  readonly onFocus: (event: FocusEvent<Place>) => void
  readonly onBlur: () => void
}

/**
 * For a place with a button that vanishes by what it did: whoever pressed it is at the place then, and not at the page's
 * top.
 */
export function useKeptFocus<Place extends HTMLElement>(): KeptFocus<Place> {
  const ref = useRef<Place>(null)
  const focused = useRef<Element>(null)
  useEffect(() => {
    if (focused.current?.isConnected !== false) return
    focused.current = null
    if (document.activeElement === null || document.activeElement === document.body)
      ref.current?.focus({ preventScroll: true })
  })
  return {
    ref,
    tabIndex: -1,
    onFocus: ({ target }) => {
      focused.current = target
    },
    // React tells of no focus that an element loses by being taken away.
    onBlur: () => {
      focused.current = null
    },
  }
}
