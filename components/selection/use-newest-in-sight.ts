import { type RefObject, useEffect, useRef } from 'react'

/**
 * Of a place with room for some of what it says: whatever is new there is scrolled to its top. Of what comes at once the first,
 * because the weightier stands higher. Where the place has room for all, nothing moves, and never the page around it.
 */
export function useNewestInSight(): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current: element } = place
    if (!element) return undefined
    const watch = new MutationObserver((changes) => {
      const newest = changes.flatMap(({ addedNodes }) => [...addedNodes]).find((node) => node instanceof Element)
      if (newest) element.scrollTop += topOf(newest) - topOf(element)
    })
    watch.observe(element, { childList: true, subtree: true })
    return () => watch.disconnect()
  }, [])
  return place
}

const topOf = (element: Element): number => element.getBoundingClientRect().top
