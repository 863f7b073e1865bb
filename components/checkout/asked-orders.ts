/** More reservations than one browser has at a time; those before them ended long ago. */
const REMEMBERED = 8
const STORAGE_KEY = 'marquee asked orders'

/**
 * Holds of which this browser sent an order without hearing what became of it. All its tabs know, for none of them may give
 * such tickets back or say that nothing was charged. Where storage is missing, a tab still knows of its own.
 */
export class AskedOrders {
  readonly #storage: () => Pick<Storage, 'getItem' | 'setItem'>
  /** What storage would not take; null while it takes everything. */
  #unsaved: readonly string[] | null = null

  constructor(storage: () => Pick<Storage, 'getItem' | 'setItem'>) {
    this.#storage = storage
  }

  isAsked(holdId: string): boolean {
    return this.#read().includes(holdId)
  }

  /** Before it is sent, so that it is known whatever happens then. */
  note(holdId: string): void {
    this.#write([...this.#read().filter((id) => id !== holdId), holdId].slice(-REMEMBERED))
  }

  /** There was a definite answer. */
  forget(holdId: string): void {
    if (this.isAsked(holdId)) this.#write(this.#read().filter((id) => id !== holdId))
  }

  #read(): readonly string[] {
    if (this.#unsaved) return this.#unsaved
    try {
      return this.#storage().getItem(STORAGE_KEY)?.split(' ').filter(Boolean) ?? []
    } catch {
      return []
    }
  }

  #write(holdIds: readonly string[]): void {
    try {
      this.#storage().setItem(STORAGE_KEY, holdIds.join(' '))
      this.#unsaved = null
    } catch {
      // Forbidden or full: then the other tabs do not hear of it.
      this.#unsaved = holdIds
    }
  }
}

/** This browser's. */
export const askedOrders = new AskedOrders(() => localStorage)
