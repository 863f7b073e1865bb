/** What a page's life asks of its client. */
export interface PageLife {
  start(): void
  stop(): void
  wake(): void
  hide(): void
}

/**
 * Ties a client to its page: it leaves before the page is put away (into the back/forward cache, which an open
 * connection would forbid, or into a freeze, where it could answer nobody) and returns with it. Returns how to untie it.
 */
export function followPageLife(life: PageLife): () => void {
  const untie = new AbortController()
  const { signal } = untie
  const start = () => life.start()
  const stop = () => life.stop()
  const wake = () => life.wake()
  window.addEventListener('pagehide', stop, { signal })
  window.addEventListener('pageshow', start, { signal })
  document.addEventListener('freeze', stop, { signal })
  document.addEventListener('resume', start, { signal })
  window.addEventListener('online', wake, { signal })
  window.addEventListener('offline', wake, { signal })
  const look = () => (document.visibilityState === 'visible' ? life.wake() : life.hide())
  document.addEventListener('visibilitychange', look, { signal })
  life.start()
  return () => {
    untie.abort()
    life.stop()
  }
}
