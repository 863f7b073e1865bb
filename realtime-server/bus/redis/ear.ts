import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Delivery } from '#contracts/delivery.ts'
import type { Log } from '#platform/log.ts'
import { readSlotRecord } from '../delivery-record.ts'
import { type Line, openLine } from './line.ts'
import type { Publisher } from './publisher.ts'

/*
 * An ear keeps one channel heard.
 *
 *          subscribed, and a probe came back            cut off · moved · silent for too long
 *   deaf ────────────────────────────────────▶ hearing ─────────────────────────────────────▶ deaf
 *     └─ failed: again after a while                └─ nothing heard for a while: publishes a probe
 *
 * Whatever is published while it is deaf is lost, so each time it hears again it says so. A subscriber that sends nothing
 * cannot tell a quiet channel from a dead connection; probes make the difference. Anything heard is as good as a probe,
 * so on a channel that many listen to, whoever is first spares the others theirs: the channel carries one every few
 * seconds, not one per node.
 */

export interface Patience {
  /** A channel that was quiet for half of this is probed; it is looked at about this often, give or take a quarter. */
  readonly probeMs: number
  /** A channel without a sign for this long is subscribed anew. */
  readonly silenceMs: number
}

/**
 * Two probes unheard, found at the next look: at most 7.5 s after the last sign. That leaves 2.5 of the 10 s within which
 * viewers must hear of a loss for subscribing and reading history, which take milliseconds where they can be had. A pause
 * of our own that long looks the same and does no harm.
 */
export const PATIENCE: Patience = { probeMs: 2_000, silenceMs: 5_000 }

/** A first probe may go to where the channel was a moment ago, in a cluster that is just changing. */
const FIRST_PROBE_RETRY_MS = 500

/** After a failure, so much and up to twice as much: all nodes lose a dead server at once, and should not come back at once. */
const RETRY_MS = 250

export interface EarListener {
  delivery(delivery: Delivery): void
  /** It hears again; what was published meanwhile is lost. */
  gap(): void
}

export class Ear implements AsyncDisposable {
  readonly #channel: string
  readonly #publisher: Publisher
  readonly #patience: Patience
  readonly #log: Log
  readonly #on: EarListener
  readonly #closing = new AbortController()
  /** The line that is heard; null while deaf. */
  #line: Line | null = null
  #kept: Promise<void> = Promise.resolve()
  #heardAtMs = performance.now()
  #probes = new Map<string, () => void>()

  constructor(channel: string, publisher: Publisher, patience: Patience, log: Log, on: EarListener) {
    this.#channel = channel
    this.#publisher = publisher
    this.#patience = patience
    this.#log = log
    this.#on = on
  }

  /** Milliseconds since anything was heard. */
  silentMs(): number {
    return performance.now() - this.#heardAtMs
  }

  /**
   * Resolves when it hears. When it cannot now, it rejects within seconds, but goes on trying until it is disposed of,
   * and then tells of a gap.
   */
  async open(): Promise<void> {
    const first = this.#listen()
    this.#kept = this.#keep(first)
    await first
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort()
    await this.#kept
  }

  async #keep(first: Promise<Line>): Promise<void> {
    this.#line = await first.catch((error) => this.#failed(error))
    // No two ears keep step, so that one of those on a shared channel is the first.
    const look = setInterval(() => this.#look(), this.#patience.probeMs * (0.75 + Math.random() / 2))
    while (!this.#closing.signal.aborted) {
      if (this.#line === null) await this.#listenAgain()
      else await this.#untilDeaf(this.#line)
    }
    clearInterval(look)
  }

  async #untilDeaf(line: Line): Promise<void> {
    const reason = await line.ended
    this.#line = null
    if (!this.#closing.signal.aborted) this.#log.warn({ channel: this.#channel, reason }, 'deaf, subscribing anew')
  }

  async #listenAgain(): Promise<void> {
    await delay(RETRY_MS * (1 + Math.random()), null, { signal: this.#closing.signal }).catch(() => {})
    this.#line = await this.#listen().catch((error) => this.#failed(error))
    if (this.#line !== null) this.#on.gap()
  }

  #failed(error: unknown): null {
    if (!this.#closing.signal.aborted) this.#log.warn({ err: error, channel: this.#channel }, 'still deaf')
    return null
  }

  /** Subscribes, and hears a probe. */
  async #listen(): Promise<Line> {
    this.#closing.signal.throwIfAborted()
    const line = await openLine(this.#publisher.servers, this.#channel, (payload) => this.#hear(payload))
    const close = () => line.hangUp('closed')
    this.#closing.signal.addEventListener('abort', close)
    void line.ended.then(() => this.#closing.signal.removeEventListener('abort', close))
    if (this.#closing.signal.aborted) close()
    await this.#hearProbe(line)
    return line
  }

  async #hearProbe(line: Line): Promise<void> {
    const heard = Promise.withResolvers<void>()
    const probe = randomUUID()
    this.#probes.set(probe, heard.resolve)
    const publish = () => this.#publishProbe(probe).catch(() => {})
    const retry = setInterval(publish, FIRST_PROBE_RETRY_MS)
    const limit = setTimeout(() => line.hangUp('no probe came back'), this.#patience.silenceMs)
    try {
      await publish()
      const ended = await Promise.race([heard.promise, line.ended])
      if (ended !== undefined) throw new Error(`${this.#channel} is not heard: ${ended}`)
    } finally {
      clearInterval(retry)
      clearTimeout(limit)
      this.#probes.delete(probe)
    }
  }

  #hear(payload: Buffer): void {
    this.#heardAtMs = performance.now()
    const record = readSlotRecord(payload)
    if ('delivery' in record) this.#on.delivery(record.delivery)
    else if ('probe' in record) this.#probes.get(record.probe)?.()
    else this.#log.error({ channel: this.#channel, reason: record.unreadable }, 'unreadable delivery')
  }

  #look(): void {
    const silentMs = this.silentMs()
    if (this.#line === null || silentMs < this.#patience.probeMs / 2) return
    if (silentMs > this.#patience.silenceMs) this.#line.hangUp(`silent for ${Math.round(silentMs)} ms`)
    else this.#publishProbe(randomUUID()).catch((error) => this.#log.warn({ err: error }, 'a probe was not published'))
  }

  #publishProbe(probe: string): Promise<void> {
    return this.#publisher.publish([{ channel: this.#channel, payload: JSON.stringify({ probe }) }])
  }
}
