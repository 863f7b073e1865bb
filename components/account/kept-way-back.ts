const KEY = 'marquee way back'

/** A mailed link lives for an hour, and whoever is late asks for another. */
const LIFE_MS = 2 * 60 * 60_000

/** A path, and no host in the guise of one. */
const PATH = /^\/(?![/\\])/

/**
 * Where somebody wanted to be who has to look into their mail first. Its link does not say it: anybody can have one mailed
 * to anybody. The browser that asked for it knows, and another one has no tickets on hold to come back to.
 */
export class KeptWayBack {
  readonly #storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  readonly #now: () => number

  constructor(storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, now: () => number = Date.now) {
    this.#storage = storage
    this.#now = now
  }

  /** @param path null, where nobody asked for anything, leaves what was kept before */
  keep(path: string | null): void {
    if (path === null) return
    try {
      this.#storage().setItem(KEY, `${this.#now() + LIFE_MS} ${path}`)
    } catch {
      // Forbidden or full: then they find their own way.
    }
  }

  recall(): string | null {
    try {
      const [until = '', path = ''] = this.#storage().getItem(KEY)?.split(' ') ?? []
      const leftMs = Number(until) - this.#now()
      if (leftMs > 0 && leftMs <= LIFE_MS && PATH.test(path)) return path
    } catch {
      return null
    }
    this.forget()
    return null
  }

  forget(): void {
    try {
      this.#storage().removeItem(KEY)
    } catch {
      // As above.
    }
  }
}

/** This browser's, for all its tabs: a mailed link opens another one. */
export const keptWayBack = new KeptWayBack(() => localStorage)
