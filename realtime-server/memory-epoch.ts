import { randomBytes } from 'node:crypto'
import { EPOCH_TIME_DIGITS } from './cursor.ts'

/** What one life of Redis's data is to the real adapters: memory registries and histories that share it share a fate. */
export class MemoryEpoch {
  readonly #clock: () => number
  readonly #forget: (() => void)[] = []
  #current: { value: string; mintedMs: number } | null = null
  #lives = 0

  constructor(clock: () => number = Date.now) {
    this.#clock = clock
  }

  nowMs(): number {
    return this.#clock()
  }

  /** The epoch, minted when it is first asked for: then its life begins. */
  current(): { readonly value: string; readonly mintedMs: number } {
    this.#current ??= this.#mint()
    return this.#current
  }

  /** Everything is lost, as after FLUSHALL or a restart without persistence. */
  end(): void {
    this.#current = null
    for (const forget of this.#forget) forget()
  }

  /** @param forget called when everything is lost */
  onEnd(forget: () => void): void {
    this.#forget.push(forget)
  }

  /** Two lives that began in one millisecond still have an order: the second counts on where Redis has chance. */
  #mint(): { value: string; mintedMs: number } {
    this.#lives += 1
    const mintedMs = this.#clock()
    const time = mintedMs.toString(36).padStart(EPOCH_TIME_DIGITS, '0')
    return { value: `${time}${this.#lives.toString(36).padStart(4, '0')}${randomBytes(2).toString('hex')}`, mintedMs }
  }
}
