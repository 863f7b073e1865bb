import { StoredText, type TextStorage } from './stored-text.ts'

/** More reservations than one browser has at a time; those before them ended long ago. */
const REMEMBERED = 8
const STORAGE_KEY = 'marquee asked orders'

/**
 * Holds of which this browser sent an order without hearing what became of it. All its tabs know, for none of them may give
 * such tickets back or say that nothing was charged. Where storage is missing, a tab still knows of its own.
 */
export class AskedOrders {
  readonly #holdIds: StoredText

  constructor(storage: () => TextStorage) {
    this.#holdIds = new StoredText(storage, STORAGE_KEY)
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
    return this.#holdIds.read()?.split(' ').filter(Boolean) ?? []
  }

  #write(holdIds: readonly string[]): void {
    this.#holdIds.write(holdIds.join(' '))
  }
}

/** This browser's. */
export const askedOrders = new AskedOrders(() => localStorage)
