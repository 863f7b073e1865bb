import type { Locks } from './locks.ts'
import type { OpenSocket } from './socket-stream.ts'
import type { TabChannel } from './tab-channel.ts'

/** What a tab needs of its browser. */
export interface Browser {
  readonly locks: Locks
  readonly fetch: typeof fetch
  /** For streams over WebSockets; without it they come over SSE. */
  readonly openSocket?: OpenSocket | undefined
  readonly random: () => number
  openChannel(): TabChannel
  newTabId(): string
  isOnline(): boolean
  isVisible(): boolean
}
