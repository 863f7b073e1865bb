import type { QueryClient } from '@tanstack/react-query'
import type { Availability } from '#contracts/availability.ts'
import type { StreamMessage } from '../realtime/client-message.ts'
import {
  isBehind,
  isJudgedLongAgo,
  isShowMessage,
  type LiveView,
  neededVersion,
  viewOf,
  withMessage,
  withSnapshot,
  withVersion,
} from './merge.ts'

/** Where a show's availability stands among the page's queries. */
export const availabilityKey = (showId: string) => ['availability', showId] as const

/** What every viewer of a show misses at once, they refetch at once: spread over this it is a ripple. */
const CROWD_MS = 2_000
/** The same crowd asks how scarce a tier is, which nobody waits for: within this, and not again for as long. */
const SCARCE_MS = 60_000
/** The query has tried several times by itself before it failed; after that there is no hurry. */
const FAILED_MS = 10_000

export interface LiveAvailabilityOptions {
  readonly showId: string
  readonly initial: Availability
  readonly queries: QueryClient
  readonly random: () => number
  read(showId: string, min: number, signal?: AbortSignal): Promise<Availability>
}

/**
 * Keeps one show's entry among the page's queries up to date: messages and snapshots go in, in whatever order they
 * come, and it asks for a snapshot when a step is missing.
 */
export class LiveAvailability {
  readonly #options: LiveAvailabilityOptions
  #view: LiveView
  #timer: ReturnType<typeof setTimeout> | undefined
  #scarceTimers: readonly ReturnType<typeof setTimeout>[] | undefined

  constructor(options: LiveAvailabilityOptions) {
    this.#options = options
    this.#view = viewOf(options.initial)
  }

  /** Puts what the page came with in place, unless a newer one is there from before. */
  begin(): void {
    this.#show(withSnapshot(this.#current(), this.#options.initial))
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    for (const timer of this.#scarceTimers ?? []) clearTimeout(timer)
    this.#scarceTimers = undefined
  }

  onMessage(message: StreamMessage): void {
    if (!isShowMessage(message)) return
    this.#show(withMessage(this.#current(), message))
    if (isBehind(this.#view)) this.refetchSoon(CROWD_MS)
    if (isJudgedLongAgo(this.#view)) this.#askWhetherScarce()
  }

  /** The stream is live from here on. Only who may have missed something asks. */
  onReady({ version, resumed }: { version?: number | undefined; resumed: boolean }): void {
    this.#view = withVersion(this.#current(), version ?? 0)
    if (isBehind(this.#view) || (version === undefined && !resumed)) this.refetchSoon(0)
  }

  onReset(): void {
    this.refetchSoon(CROWD_MS)
  }

  /** Asks for a snapshot within `spreadMs`; a request already planned stays. */
  refetchSoon(spreadMs: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.#refetch()
    }, this.#options.random() * spreadMs)
  }

  /** The query's function: a snapshot, merged with what has been heard by the time it arrives. */
  async load(signal?: AbortSignal): Promise<Availability> {
    const { showId, read } = this.#options
    const snapshot = await read(showId, neededVersion(this.#current()), signal)
    this.#view = withSnapshot(this.#current(), snapshot)
    return this.#view.availability
  }

  /** By itself: what is missing is asked for sooner. By then it may be known, or nothing may be left. */
  #askWhetherScarce(): void {
    this.#scarceTimers ??= [
      setTimeout(() => {
        if (isJudgedLongAgo(this.#current())) void this.#refetch()
      }, this.#options.random() * SCARCE_MS),
      setTimeout(() => {
        this.#scarceTimers = undefined
      }, 2 * SCARCE_MS),
    ]
  }

  async #refetch(): Promise<void> {
    const { queries, showId } = this.#options
    await queries.refetchQueries({ queryKey: availabilityKey(showId), exact: true }, { cancelRefetch: false })
    // Heard while the request was on its way: that it must be newer still.
    const failed = queries.getQueryState(availabilityKey(showId))?.status === 'error'
    if (isBehind(this.#current())) this.refetchSoon(failed ? FAILED_MS : CROWD_MS)
  }

  /** Another part of the page may have brought the entry forward. */
  #current(): LiveView {
    const cached = this.#options.queries.getQueryData<Availability>(availabilityKey(this.#options.showId))
    return cached && cached.version > this.#view.availability.version ? withSnapshot(this.#view, cached) : this.#view
  }

  #show(view: LiveView): void {
    this.#view = view
    this.#options.queries.setQueryData(availabilityKey(this.#options.showId), view.availability)
  }
}
