/** @returns whether React hears what happens to an element */
export function awakeCheck(): (element: Element) => boolean {
  let pageAwake = false
  return (element) => {
    // The page says so once (components/live/awake-mark.tsx). Parts of it come later, and React leaves its mark on each.
    pageAwake ||= 'awake' in document.documentElement.dataset
    return pageAwake && Object.keys(element).some((key) => key.startsWith('__reactFiber$'))
  }
}
