import { setTimeout as pause } from 'node:timers/promises'
import { TIMINGS } from '#components/realtime/timings.ts'
import { readPage } from '../read-page.ts'

/** As a show's page asks without live messages: this often, and up to as much again (use-live-availability.ts). */
const POLL_MS = 5_000
/** What everybody missed at once is refetched within this (live-availability.ts). */
const CROWD_MS = 2_000

/**
 * What the page behind a viewer reads again from its shop, by the page's own rules: once after a reset, and again and
 * again while its line has been away for long.
 */
export class PageReader {
  readonly #page: { readonly site: string; readonly path: string }
  readonly #noteRead: () => void
  #absence: AbortController | null = null

  constructor(page: { readonly site: string; readonly path: string }, noteRead: () => void) {
    this.#page = page
    this.#noteRead = noteRead
  }

  reset(): void {
    setTimeout(() => void this.#read(), Math.random() * CROWD_MS)
  }

  gone(): void {
    this.#absence?.abort()
    this.#absence = new AbortController()
    this.#poll(this.#absence.signal).catch(() => {}) // back
  }

  back(): void {
    this.#absence?.abort()
    this.#absence = null
  }

  async #poll(signal: AbortSignal): Promise<void> {
    await pause(TIMINGS.pollAfterMs + Math.random() * POLL_MS, undefined, { signal })
    for (;;) {
      await this.#read()
      await pause(POLL_MS * (1 + Math.random()), undefined, { signal })
    }
  }

  async #read(): Promise<void> {
    this.#noteRead()
    await readPage(this.#page.site, this.#page.path).catch(() => {}) // a shop that cannot answer was asked all the same
  }
}
