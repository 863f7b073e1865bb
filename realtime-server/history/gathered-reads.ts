import { type Cursor, formatCursor } from '../cursor.ts'
import type { Appended, History, NewEntry, Replay, Tail } from './history.ts'

/*
 * One read of what came after some positions at a time; those who ask meanwhile share the next one.
 *
 * When thousands of lines break within seconds, most of their viewers want the same stream from the same few positions. A
 * read for each was more than Redis answers: reads ran out of time, were asked again while the server still worked on
 * the old ones, and nobody got through any more, even when the rush was long over. Now there is one question under way
 * and one being gathered, whatever comes, and equal ones are asked once.
 *
 * A read serves only those who asked before it was sent: what they rely on (their interest is registered, the stream had
 * reached a position) was so before it, as with a read of their own.
 */

interface Request {
  readonly stream: string
  readonly after: Cursor
}

/** Those who will share the next read. */
interface Gathering {
  readonly wanted: Map<string, Request>
  readonly answer: PromiseWithResolvers<ReadonlyMap<string, Replay>>
}

/** A history whose positions are read from together. Errors pass through, to all who shared the read. */
export class GatheredReads implements History {
  readonly #history: History
  /** By the limit that is asked for. */
  readonly #gathering = new Map<number, Gathering>()
  #reading = false

  constructor(history: History) {
    this.#history = history
  }

  append(entries: readonly NewEntry[]): Promise<Appended[]> {
    return this.#history.append(entries)
  }

  tails(streams: readonly string[]): Promise<Tail[]> {
    return this.#history.tails(streams)
  }

  async since(requests: readonly Request[], limit: number): Promise<Replay[]> {
    const gathering = this.#gathering.get(limit) ?? { wanted: new Map(), answer: Promise.withResolvers() }
    this.#gathering.set(limit, gathering)
    for (const request of requests) gathering.wanted.set(keyOf(request), request)
    if (!this.#reading) void this.#read()
    const answer = await gathering.answer.promise
    return requests.map((request) => answer.get(keyOf(request)) as Replay)
  }

  async #read(): Promise<void> {
    this.#reading = true
    for (let next = this.#next(); next !== null; next = this.#next()) {
      const { limit, wanted, answer } = next
      try {
        const replays = await this.#history.since([...wanted.values()], limit)
        answer.resolve(new Map([...wanted.keys()].map((key, i) => [key, replays[i] as Replay])))
      } catch (error) {
        answer.reject(error)
      }
    }
    this.#reading = false
  }

  /** From here on, whoever asks waits for the read after this one. */
  #next(): (Gathering & { readonly limit: number }) | null {
    for (const [limit, gathering] of this.#gathering) {
      this.#gathering.delete(limit)
      return { ...gathering, limit }
    }
    return null
  }
}

const keyOf = ({ stream, after }: Request): string => `${formatCursor(after)} ${stream}`
