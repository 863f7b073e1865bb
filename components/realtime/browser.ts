import type { Locks } from './locks.ts'
import type { TabChannel } from './tab-channel.ts'

/** What a tab needs of its browser. */
export interface Browser {
  readonly locks: Locks
  readonly fetch: typeof fetch
  readonly random: () => number
  openChannel(): TabChannel
  newTabId(): string
  isOnline(): boolean
  isVisible(): boolean
}
