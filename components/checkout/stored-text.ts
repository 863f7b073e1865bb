/** What a browser's storage is used for here. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem'>

/**
 * A text under one name in storage, which all tabs of a shop share. Where storage is forbidden or full, this tab at least
 * remembers what it wrote.
 */
export class StoredText {
  readonly #storage: () => TextStorage
  readonly #name: string
  /** What storage would not take; null while it takes everything. */
  #unsaved: string | null = null

  constructor(storage: () => TextStorage, name: string) {
    this.#storage = storage
    this.#name = name
  }

  /** Null where nothing was written, or nothing can be read. */
  read(): string | null {
    if (this.#unsaved !== null) return this.#unsaved
    try {
      return this.#storage().getItem(this.#name)
    } catch {
      return null
    }
  }

  write(text: string): void {
    try {
      this.#storage().setItem(this.#name, text)
      this.#unsaved = null
    } catch {
      this.#unsaved = text
    }
  }
}
