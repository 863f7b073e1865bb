import type { Consumer } from 'kafkajs'
import { inTime, tooLate } from './in-time.ts'

/*
 * Whoever reads Kafka reads it with one consumer at a time. kafkajs can stop fetching while its process lives, so a
 * consumer that stays silent is replaced; and while the brokers are away, opening the next one takes long, fails, or
 * hangs. Each consumer has a turn, and what comes from one whose turn is over is not listened to:
 *
 *   opening ──▶ reading ──▶ over      `next` ends the turn there is before it begins another
 *      └──────────────────▶ over      opening failed or took too long: what was opened is closed, now or when it is open
 */

/** A consumer that leaves waits for its last answers; brokers that are away would hold up the next one meanwhile. */
const LEAVE_LIMIT_MS = 5_000

/** kafkajs itself gives up after about a minute. What takes longer hangs. */
const OPEN_LIMIT_MS = 90_000

/** One consumer's time. */
export class Turn {
  #consumer: Consumer | null = null
  #over = false

  /** Nothing that the consumer brings counts any more. */
  get over(): boolean {
    return this.#over
  }

  /** Says whose turn it is. Throws when it is over already. */
  take(consumer: Consumer): Consumer {
    if (this.#over) throw new Error('the turn of this consumer is over')
    this.#consumer = consumer
    return consumer
  }

  async end(): Promise<void> {
    this.#over = true
    await this.#consumer?.disconnect()
  }
}

export class ConsumerTurns implements AsyncDisposable {
  readonly #open: (turn: Turn) => Promise<void>
  #turn: Turn | null = null
  #changing = false
  #closed = false

  /** @param open makes a consumer, has the turn `take` it before anything else, and resolves when it reads */
  constructor(open: (turn: Turn) => Promise<void>) {
    this.#open = open
  }

  /** One turn is being ended or the next one opened. */
  get changing(): boolean {
    return this.#changing
  }

  /**
   * Ends the turn there is, if any, and begins the next; does nothing while that is going on already, or when closed.
   * Throws when the consumer did not open; there is none then.
   */
  async next(): Promise<void> {
    if (this.#changing || this.#closed) return
    this.#changing = true
    try {
      if (this.#turn) await inTime(this.#turn.end(), LEAVE_LIMIT_MS, () => {}).catch(() => {})
      if (!this.#closed) await this.#begin()
    } finally {
      this.#changing = false
    }
  }

  /** Lets the consumer finish what it is doing, and leave. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true
    await this.#turn?.end()
  }

  async #begin(): Promise<void> {
    const turn = new Turn()
    this.#turn = turn
    const opening = this.#open(turn)
    const close = () => turn.end().catch(() => {})
    void opening.catch(() => {}).then(() => (turn.over ? close() : undefined))
    try {
      await inTime(opening, OPEN_LIMIT_MS, tooLate('opening a consumer', OPEN_LIMIT_MS))
    } catch (error) {
      void close()
      throw error
    }
  }
}
