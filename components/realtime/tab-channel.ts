import type { ClientMessage } from './client-message.ts'

/** How a stream stands at the tier, for every tab to know. */
export interface ReadyStream {
  /** A show's version when the stream was registered, or of the last message since. */
  readonly version?: number | undefined
  /** The connection was resumed and nothing was missed on this stream in between. */
  readonly resumed: boolean
}

/** From where another tab could take over: nothing after `cursor` is known of these streams. */
export interface ResumePoint {
  readonly cursor: string
  readonly streams: readonly string[]
}

/** What the leader knows of its connection; whole, so that a tab needs only the newest. */
export interface SharedState {
  readonly failures: number
  readonly ready: Readonly<Record<string, ReadyStream>>
  readonly resume: ResumePoint | null
}

export const NOTHING_SHARED: SharedState = { failures: 0, ready: {}, resume: null }

/** What a tab follows, and what of it somebody sees; a tab of an older build does not say the latter, and counts for nothing. */
export interface TabWant {
  readonly streams: readonly string[]
  readonly visible?: readonly string[]
}

/** What tabs say to one another. Everything is whole or idempotent: a repeated or missed word does no harm. */
export type TabMessage =
  /** A tab's whole interest; also its greeting and its question whether the leader is there. Answered with `state`. */
  | ({ readonly kind: 'want'; readonly tab: string } & TabWant)
  | { readonly kind: 'gone'; readonly tab: string }
  /** A new leader asks everybody for `want`. */
  | { readonly kind: 'call'; readonly term: number }
  | { readonly kind: 'state'; readonly term: number; readonly state: SharedState }
  /** What the tier said, to be told on in every tab; `cursor` is the place to resume after it. */
  | { readonly kind: 'said'; readonly term: number; readonly message: ClientMessage; readonly cursor: string | null }

/** The way to the other tabs of this browser on this origin. Nothing that is posted comes back to the sender. */
export interface TabChannel {
  post(message: TabMessage): void
  listen(listener: (message: TabMessage) => void): void
  close(): void
}

/** BroadcastChannel. The name carries a version: tabs of two builds that speak differently form two groups. */
export class BroadcastTabChannel implements TabChannel {
  readonly #channel: BroadcastChannel

  constructor(endpoint: string) {
    this.#channel = new BroadcastChannel(`marquee realtime 1 ${endpoint}`)
  }

  post(message: TabMessage): void {
    this.#channel.postMessage(message)
  }

  listen(listener: (message: TabMessage) => void): void {
    this.#channel.onmessage = (event: { data: TabMessage }) => listener(event.data)
  }

  close(): void {
    this.#channel.close()
  }
}

/** Where BroadcastChannel is missing a tab talks to nobody. */
export class SoloTabChannel implements TabChannel {
  post(): void {}
  listen(): void {}
  close(): void {}
}
