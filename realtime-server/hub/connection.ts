import { type Identity, type Stream, streamName } from '#contracts/stream.ts'
import { inTime } from '#platform/in-time.ts'
import { type Cursor, formatCursor } from '../cursor.ts'
import type { Frame } from '../frame.ts'
import { Backlog, HOLD_BACK_BYTES, type Sparing } from './backlog.ts'
import type { CloseReason } from './close-reason.ts'
import type { Hub, Joined } from './hub.ts'
import type { Viewer } from './local-stream.ts'
import type { Wire } from './wire.ts'

/*
 * One viewer's open connection.
 *
 *   replaying ──joined──▶ live ──▶ closed
 *       └──────────────────────────▶
 *
 * `replaying` waits for the registry and for history; it is in no stream yet, so nothing can be sent twice. There is
 * one way into `closed`, #close, whatever the reason.
 */

/** What a connection needs of the node that holds it. */
export interface ConnectionHome {
  readonly hub: Hub
  /** Up to here this node has missed nothing; a returning viewer is replayed what came later. */
  confirmed(): Cursor
  /**
   * The present by Redis's clock. A client takes the latest time it was told for the present and opens and closes sales by
   * it, so it must not be told that of one machine. Known from before the first viewer: no node takes any without a lease.
   */
  now(): Cursor
  nodeId(): string
  closed(connection: Connection, reason: CloseReason): void
}

/** Bytes a slow viewer may have waiting: some 600 messages, and with 10,000 viewers all stalled still only 2.5 GB. */
export const BUFFER_LIMIT_BYTES = 262_144

/** What most connections have none of, so they share one of it. */
const NOTHING: ReadonlySet<string> = new Set()

export class Connection implements Viewer {
  readonly id: string
  readonly #home: ConnectionHome
  readonly #wire: Wire
  readonly #streams = new Map<string, Stream>()
  /** The shows that count this connection among their viewers: followed, and visible as its client says. */
  #visible = NOTHING
  #identity: Identity | null
  #state: 'replaying' | 'live' | 'closed' = 'replaying'
  /** While it waits to join streams. */
  #joining: AbortController | null = null
  /** While the viewer reads too slowly. */
  #backlog: Backlog | null = null

  constructor(id: string, home: ConnectionHome, wire: Wire, identity: Identity | null) {
    this.id = id
    this.#home = home
    this.#wire = wire
    this.#identity = identity
  }

  get identity(): Identity | null {
    return this.#identity
  }

  get streams(): readonly Stream[] {
    return [...this.#streams.values()]
  }

  get closed(): boolean {
    return this.#state === 'closed'
  }

  /** Begins: what was missed since `after`, then `ready`, then live. @param visible as in {@link see} */
  async open(
    streams: readonly Stream[],
    after: Cursor | 'unknown' | null,
    visible: readonly Stream[] = [],
  ): Promise<void> {
    const all = withSession(streams, this.#identity)
    this.#remember(all)
    await this.#join(all, after, (joined) => {
      this.#state = 'live'
      this.#begin(joined)
      this.see(visible)
    })
  }

  /**
   * Follows more streams, and then fewer. Whoever calls it waits for one change before the next: each counts on those before.
   * Resolves with the versions of the added streams once they are live; null when the connection is not live (any more);
   * 'late' when they are not live within `withinMs`: then nothing has changed, and nothing will.
   */
  async change(
    add: readonly Stream[],
    remove: readonly Stream[],
    withinMs: number,
  ): Promise<Joined['versions'] | 'late' | null> {
    if (this.#state !== 'live') return null
    const added = withSession(add, this.#identity).filter((stream) => !this.#streams.has(streamName(stream)))
    const versions = added.length === 0 ? {} : await this.#follow(added, withinMs)
    if (versions !== null && versions !== 'late') this.leave(remove)
    return versions
  }

  async #follow(added: readonly Stream[], withinMs: number): Promise<Joined['versions'] | 'late' | null> {
    this.#remember(added)
    let versions: Joined['versions'] = {}
    const joining = this.#join(added, null, (joined) => {
      versions = joined.versions
      this.#wire.send(joined.latest)
    })
    const end = await inTime(joining, withinMs, () => 'late' as const)
    if (this.closed) return null
    if (end !== 'late') return versions
    this.#joining?.abort()
    for (const stream of added) this.#streams.delete(streamName(stream))
    return 'late'
  }

  /** Follows fewer streams. */
  leave(streams: readonly Stream[]): void {
    const left = streams.filter((stream) => !isSession(stream))
    for (const stream of left) this.#streams.delete(streamName(stream))
    this.#home.hub.leave(this, left)
    this.see([...this.#visible].map((showId) => ({ kind: 'show', showId })))
  }

  /** These shows are before somebody's eyes, and no others. What the connection does not follow means nothing. */
  see(visible: readonly Stream[]): void {
    if (this.#state !== 'live') return
    if (visible.length === 0) {
      this.#count(NOTHING)
      return
    }
    const followed = visible.filter((stream) => this.#streams.has(streamName(stream)))
    this.#count(new Set(followed.flatMap((stream) => (stream.kind === 'show' ? [stream.showId] : []))))
  }

  /** Fresh rights for the same person; a connection that had none may get them. */
  extend(identity: Identity): boolean {
    const known = this.#identity
    if (known && (known.resellerId !== identity.resellerId || known.customerRef !== identity.customerRef)) return false
    this.#identity = identity
    return true
  }

  message(frame: Frame, sparing: Sparing | null = null): void {
    if (this.#state !== 'live') return
    this.#catchUp()
    if (sparing !== null && this.#backlog === null && this.#wire.bufferedBytes > HOLD_BACK_BYTES) {
      this.#backlog = new Backlog(performance.now())
    }
    if (sparing === null || this.#backlog === null) this.#wire.send([frame])
    else if (this.#backlog.hold(frame, sparing)) this.reset([sparing.stream])
    this.#checkBuffer()
  }

  reset(streams: readonly string[]): void {
    if (this.#state !== 'live') return
    this.#wire.sendOwn('reset', { at: this.#now(), streams })
    this.#checkBuffer()
  }

  sessionEnded(sid: string): void {
    if (this.#identity?.sid === sid) this.close('session-ended', 0)
  }

  heartbeat(): void {
    if (this.#state === 'closed') return
    this.#catchUp()
    if (this.#backlog?.isStalled(performance.now())) this.close('slow', 0)
    else this.#wire.heartbeat()
    this.#checkBuffer()
  }

  /** Ends it; `retryMs` is when the client shall come back. A viewer too slow to read is cut without waiting. */
  close(reason: CloseReason, retryMs: number): void {
    this.#close(reason, () => this.#wire.close({ reason, retryMs, atOnce: reason === 'slow' || reason === 'client' }))
  }

  async #join(
    streams: readonly Stream[],
    after: Cursor | 'unknown' | null,
    now: (joined: Joined) => void,
  ): Promise<void> {
    if (this.closed) return
    this.#joining = new AbortController()
    await this.#home.hub.join(this, streams, after, {
      gone: this.#joining.signal,
      now: (joined) => {
        this.#joining = null
        now(joined)
      },
    })
  }

  #begin(joined: Joined): void {
    this.#wire.send(joined.replay)
    const at = this.#now()
    if (joined.reset.length > 0) this.#wire.sendOwn('reset', { at, streams: joined.reset })
    const ready = { at, connection: this.id, node: this.#home.nodeId(), streams: joined.versions }
    this.#wire.sendOwn('ready', ready, formatCursor(this.#home.confirmed()))
    this.#wire.send(joined.latest)
    this.#checkBuffer()
  }

  #now(): string {
    return new Date(this.#home.now().ms).toISOString()
  }

  #count(visible: ReadonlySet<string>): void {
    const { shares } = this.#home.hub
    for (const showId of visible) if (!this.#visible.has(showId)) shares.enter(showId)
    for (const showId of this.#visible) if (!visible.has(showId)) shares.leave(showId)
    this.#visible = visible
  }

  #remember(streams: readonly Stream[]): void {
    for (const stream of streams) this.#streams.set(streamName(stream), stream)
  }

  /** The viewer keeps up again: it is told what it was spared. */
  #catchUp(): void {
    const backlog = this.#backlog
    if (backlog === null || !backlog.isOver(this.#wire.bufferedBytes)) return
    this.#backlog = null
    if (backlog.resets.length > 0) this.reset(backlog.resets)
    if (backlog.latest.length > 0) this.#wire.send(backlog.latest)
  }

  #checkBuffer(): void {
    if (this.#wire.bufferedBytes > BUFFER_LIMIT_BYTES) this.close('slow', 0)
  }

  #close(reason: CloseReason, end: () => void): void {
    if (this.#state === 'closed') return
    const wasLive = this.#state === 'live'
    this.#state = 'closed'
    this.#joining?.abort()
    if (wasLive) this.#home.hub.leave(this, this.streams)
    this.#count(NOTHING)
    end()
    this.#home.closed(this, reason)
  }
}

/** Personal streams end with the session that opened them, so that is followed too, whether its client asks or not. */
function withSession(streams: readonly Stream[], identity: Identity | null): Stream[] {
  const personal = streams.some(({ kind }) => kind === 'private' || kind === 'staff')
  if (identity === null || !personal) return [...streams]
  const { resellerId, customerRef } = identity
  return [
    ...streams.filter((stream) => !isSession(stream)),
    { kind: 'private', resellerId, customerRef, name: 'session' },
  ]
}

/** Follows the session for its own sake; it does not count as one of the client's streams. */
export const isSession = (stream: Stream): boolean => stream.kind === 'private' && stream.name === 'session'
