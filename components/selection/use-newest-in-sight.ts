import { type RefObject, useEffect, useRef } from 'react'
import { scrollToSee } from './scroll-to-see.ts'

/**
 * Of a place with room for some of what it says: whatever is new there is scrolled into sight. Of what comes at once the
 * first, because the weightier stands higher. Nothing is scrolled where the place has room for all.
 */
export function useNewestInSight(): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current: element } = place
    if (!element) return undefined
    const watch = new MutationObserver((changes) => {
      const added = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => element.contains(node))
      const [first] = added.sort(byPlace)
      if (first) see(element, first instanceof Element ? first : (first.parentElement ?? element))
    })
    watch.observe(element, { childList: true, subtree: true })
    return () => watch.disconnect()
  }, [])
  return place
}

const byPlace = (one: Node, other: Node): number =>
  one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1

function see(place: Element, newest: Element): void {
  const { scrollTop, clientHeight } = place
  const above = scrollTop - place.getBoundingClientRect().top
  const { top, bottom } = newest.getBoundingClientRect()
  place.scrollTop = scrollToSee(
    { from: scrollTop, to: scrollTop + clientHeight },
    { from: top + above, to: bottom + above },
  )
}
