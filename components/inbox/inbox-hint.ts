/*
 * Whether this browser may have an inbox, so that others need not ask: it bought here, or somebody is signed in. Who it
 * is stands in cookies that no script reads; this says only that asking is worth it.
 */
const KEY = 'marquee inbox'
const heard = new Set<() => void>()

/** From now on this browser has one: it is buying. */
export function expectInbox(): void {
  try {
    localStorage.setItem(KEY, 'yes')
  } catch {
    // Forbidden or full: then the bell is silent until somebody opens the inbox.
  }
  for (const listener of heard) listener()
}

export function mayHaveInbox(): boolean {
  if (/(?:^|; )signed-in=1/.test(document.cookie)) return true
  try {
    return localStorage.getItem(KEY) !== null
  } catch {
    return false
  }
}

/** @returns stops listening. Other tabs are heard, too. */
export function onInboxHint(changed: () => void): () => void {
  heard.add(changed)
  addEventListener('storage', changed)
  return () => {
    heard.delete(changed)
    removeEventListener('storage', changed)
  }
}
