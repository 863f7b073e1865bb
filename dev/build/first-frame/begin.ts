/** What Next writes into a page for its own scripts: pieces of one text, in the order in which they came. */
declare const __next_f: readonly (readonly [kind: number, text?: unknown])[] | undefined

interface Parts {
  /** Addresses of React's and Next's scripts, which every page needs. */
  readonly runtime: readonly string[]
  /** Address of the worker's script, for pages that say they write prices or times. */
  readonly formatters: string
  bringFontRules(): void
}

/**
 * Fetches what runs a page, and the rules of large families, after the first frame is on the screen, so that neither their bytes
 * nor their work come between a customer and what they came to see (decision 0104).
 */
export function begin({ runtime, formatters, bringFontRules }: Parts): void {
  /** Styles that take longer than this have met a line on which scripts should not wait as well. */
  const LONGEST_MS = 2_000
  let begun = false
  const fetchScripts = () => {
    if (begun) return
    begun = true
    // Pictures further down wait for it, in components/ui/artwork.module.css.
    document.documentElement.dataset.begun = ''
    const pieces =
      typeof __next_f === 'undefined' ? [] : __next_f.map(([, text]) => (typeof text === 'string' ? text : ''))
    // The components of this page name their files there. A file that comes later in it is fetched by Next itself.
    const named = pieces.join('').match(/\/_next\/static\/chunks\/[\w~-][\w.~-]*\.js/g) ?? []
    for (const address of new Set([...runtime, ...named])) {
      // One by one: to begin a request is a millisecond of a phone's time, and there are a dozen.
      setTimeout(() => {
        const script = document.createElement('script')
        script.src = address
        document.head.append(script)
      })
    }
    // Last, and still before the first of them: a browser that cannot do it has its scripts all the same.
    bringFontRules()
  }
  if (document.hidden || document.documentElement.id === '__next_error__') {
    // A tab in the background draws nothing, and is complete when somebody comes to it. And Next has the scripts make some
    // pages, as that of what is not there: those are empty until then.
    fetchScripts()
  } else {
    document.addEventListener('visibilitychange', fetchScripts, { once: true })
    setTimeout(fetchScripts, LONGEST_MS)
    if (typeof PerformanceObserver !== 'undefined' && PerformanceObserver.supportedEntryTypes?.includes('paint')) {
      // Told when the frame is on the screen: on a phone it is drawn a while after the page has done its part of it.
      new PerformanceObserver((seen) => {
        if (seen.getEntriesByName('first-contentful-paint').length > 0) fetchScripts()
      }).observe({ type: 'paint', buffered: true })
    } else {
      // The frame is drawn after its callbacks; what they put off comes right after it.
      requestAnimationFrame(() => setTimeout(fetchScripts))
    }
  }
  // While styles and fonts are on their way there is nothing else to do. Last: where no worker may be, this throws.
  if (document.querySelector('meta[name="formatters"]')) new Worker(`${formatters}#${document.documentElement.lang}`)
}
