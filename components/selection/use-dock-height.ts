import { type RefObject, useEffect, useRef } from 'react'

/** Says in `--dock` how much of the page's foot an element covers, where its style has it lie there; the page keeps as much free. */
export function useDockHeight(): RefObject<HTMLDivElement | null> {
  const dock = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current: element } = dock
    const { style } = document.documentElement
    const watch = new ResizeObserver(() => {
      const covers = element !== null && getComputedStyle(element).position === 'fixed'
      style.setProperty('--dock', `${covers ? element.offsetHeight : 0}px`)
    })
    if (element) watch.observe(element)
    return () => {
      watch.disconnect()
      style.removeProperty('--dock')
    }
  }, [])
  return dock
}
