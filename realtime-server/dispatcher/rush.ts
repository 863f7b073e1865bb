import type { Log } from '#platform/log.ts'
import { untilDone } from '#platform/until-done.ts'
import { policyOf } from '../policy.ts'
import { laneOf } from './merge.ts'
import type { Outgoing } from './outgoing.ts'
import { type Waiting, Windows } from './windows.ts'

/** What was added at once: done when all of it was dispatched. */
interface Batch {
  left: number
  readonly done: PromiseWithResolvers<void>
}

type Item = Waiting & { readonly message: Outgoing; readonly batch: Batch }

/** What is never merged has no windows. */
const AT_ONCE = { windowMs: 0, prompt: false }
/**
 * Characters handed over at once. A broker takes a megabyte per partition in one go, and all may be for one slot; beyond
 * the texts a record names its nodes.
 */
const CHARS_AT_ONCE = 262_144

/**
 * What may be merged waits here for the end of its window. One dispatch is under way at a time, so a stream keeps its
 * order whatever fails and is tried again; and the busier it gets, the more goes into one.
 */
export class Rush {
  readonly #dispatch: (messages: readonly Outgoing[]) => Promise<unknown>
  readonly #log: Log
  readonly #windows = new Windows<Item>()
  #running = false
  #hurried = false
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @param dispatch must be idempotent: it is called again with the same messages until it succeeds */
  constructor(dispatch: (messages: readonly Outgoing[]) => Promise<unknown>, log: Log) {
    this.#dispatch = dispatch
    this.#log = log
  }

  /** How many messages wait for a window to end. */
  get waiting(): number {
    return this.#windows.size
  }

  /** Resolves when all of them were dispatched; fails when the program stops before. */
  add(messages: readonly Outgoing[]): Promise<void> {
    if (messages.length === 0) return Promise.resolve()
    const batch: Batch = { left: messages.length, done: Promise.withResolvers() }
    for (const message of messages) {
      const policy = policyOf(message)
      const { windowMs, prompt } = policy.kind === 'all' ? AT_ONCE : policy
      this.#windows.add({ lane: laneOf(message), windowMs, prompt, message, batch })
    }
    void this.#run()
    return batch.done.promise
  }

  /** The program stops: windows end now, and what fails is not tried again. */
  hurry(): void {
    this.#hurried = true
    void this.#run()
  }

  async #run(): Promise<void> {
    if (this.#running) return
    this.#running = true
    clearTimeout(this.#timer)
    for (let due = this.#due(); due.length > 0; due = this.#due()) {
      for (const part of inParts(due)) await this.#dispatchAll(part)
    }
    this.#running = false
    const nextMs = this.#windows.nextMs()
    if (nextMs !== null) this.#timer = setTimeout(() => void this.#run(), Math.max(0, nextMs - performance.now()))
  }

  #due(): Item[] {
    return this.#windows.due(performance.now(), this.#hurried)
  }

  async #dispatchAll(items: readonly Item[]): Promise<void> {
    const messages = items.map(({ message }) => message)
    let attempts = 0
    const wanted = () => attempts++ === 0 || !this.#hurried
    const done = await untilDone(wanted, this.#log, async () => void (await this.#dispatch(messages)))
    for (const { batch } of items) {
      batch.left -= 1
      if (!done) batch.done.reject(new Error('the program stops before this could be dispatched'))
      else if (batch.left === 0) batch.done.resolve()
    }
  }
}

/** In order, in parts of about so many characters. */
function* inParts(items: readonly Item[]): Generator<readonly Item[]> {
  let part: Item[] = []
  let chars = 0
  for (const item of items) {
    if (part.length > 0 && chars + item.message.data.length > CHARS_AT_ONCE) {
      yield part
      part = []
      chars = 0
    }
    part.push(item)
    chars += item.message.data.length
  }
  if (part.length > 0) yield part
}
