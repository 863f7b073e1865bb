/**
 * One idempotency key per intent. The same intent with the same content keeps its key over retries and reloads of this
 * tab, so that it happens once; it is forgotten when the storefront has given a definite answer.
 */
export class Intents {
  readonly #storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  readonly #newKey: () => string
  /** Where storage is forbidden, a page at least keeps its keys while it is open. */
  readonly #memory = new Map<string, string>()

  constructor(storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, newKey: () => string = randomKey) {
    this.#storage = storage
    this.#newKey = newKey
  }

  /** The key for doing `content` in the name of `intent`, such as `order hold-1`. */
  keyFor(intent: string, content: unknown): string {
    const text = JSON.stringify(content)
    const [key, knownText] = split(this.#read(intent))
    if (key !== undefined && knownText === text) return key
    const fresh = this.#newKey()
    this.#write(intent, `${fresh} ${text}`)
    return fresh
  }

  settle(intent: string): void {
    this.#memory.delete(intent)
    try {
      this.#storage().removeItem(storageKey(intent))
    } catch {
      // Forbidden storage: the memory above was all there was.
    }
  }

  #read(intent: string): string | null {
    try {
      return this.#storage().getItem(storageKey(intent)) ?? this.#memory.get(intent) ?? null
    } catch {
      return this.#memory.get(intent) ?? null
    }
  }

  #write(intent: string, value: string): void {
    this.#memory.set(intent, value)
    try {
      this.#storage().setItem(storageKey(intent), value)
    } catch {
      // Forbidden or full.
    }
  }
}

const storageKey = (intent: string) => `marquee intent ${intent}`

function split(value: string | null): [string | undefined, string | undefined] {
  const at = value?.indexOf(' ') ?? -1
  return value === null || at < 0 ? [undefined, undefined] : [value.slice(0, at), value.slice(at + 1)]
}

/** 128 random bits; `crypto.randomUUID` is missing on plain http. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** This tab's. */
export const intents = new Intents(() => sessionStorage)
