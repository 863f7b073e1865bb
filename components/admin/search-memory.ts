/*
 * Where a search of orders is remembered, so that reloading and coming back from an order find it again: in this tab, and
 * behind the `#` of the address, which reaches no server, no log and no referrer. An e-mail address not even there, because
 * addresses of pages are copied, bookmarked and synced.
 */

const KEY = 'marquee order search'

/** What the address ends with, and what the tab keeps. */
export interface Memory {
  readonly hash: string
  readonly kept: string | null
}

/** Where a text belongs; from the first @ on it may be an address. */
export function memoryOf(text: string): Memory {
  if (text === '') return { hash: '', kept: null }
  return { hash: /[@＠]/.test(text) ? '' : `#q=${encodeURIComponent(text)}`, kept: text }
}

/** The text that was remembered: what the address says counts before what the tab does. */
export function textOf({ hash, kept }: Memory): string {
  try {
    const [, text] = /^#q=(.*)$/.exec(hash) ?? []
    return text === undefined ? (kept ?? '') : decodeURIComponent(text)
  } catch {
    return ''
  }
}

export function rememberSearch(text: string): void {
  const { hash, kept } = memoryOf(text)
  history.replaceState(null, '', location.pathname + hash)
  try {
    if (kept === null) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, kept)
  } catch {
    // Forbidden storage: then a reload begins anew.
  }
}

export function rememberedSearch(): string {
  try {
    return textOf({ hash: location.hash, kept: sessionStorage.getItem(KEY) })
  } catch {
    return textOf({ hash: location.hash, kept: null })
  }
}
