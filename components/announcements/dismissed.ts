/* Announcements that this browser's reader has closed: each stays closed, in every tab, until it is forgotten as the oldest. */
const KEY = 'marquee dismissed'
/** A reseller says a few things a month. */
const MOST = 50

const heard = new Set<() => void>()
const NONE: readonly string[] = []
let read: { text: string | null; ids: readonly string[] } = { text: null, ids: NONE }

/** The same list as long as it does not change. */
export function dismissed(): readonly string[] {
  const text = stored()
  if (text !== read.text) read = { text, ids: parse(text) }
  return read.ids
}

export const noneDismissed = (): readonly string[] => NONE

export function dismiss(id: string): void {
  const ids = [id, ...dismissed().filter((one) => one !== id)].slice(0, MOST)
  try {
    localStorage.setItem(KEY, JSON.stringify(ids))
  } catch {
    read = { text: read.text, ids } // forbidden or full: closed for as long as this page is open
  }
  for (const listener of heard) listener()
}

export function onDismissed(changed: () => void): () => void {
  heard.add(changed)
  addEventListener('storage', changed)
  return () => {
    heard.delete(changed)
    removeEventListener('storage', changed)
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return read.text
  }
}

function parse(text: string | null): readonly string[] {
  try {
    const ids: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : NONE
  } catch {
    return NONE
  }
}
