import type { Stream } from '#contracts/stream.ts'
import { clientStreamName, streamName } from '#contracts/stream.ts'
import { parseCursor } from '../../cursor.ts'
import type { Frame } from '../../frame.ts'
import { HOLD_BACK_BYTES } from '../../hub/backlog.ts'
import { Connection, type ConnectionHome } from '../../hub/connection.ts'
import type { Wire } from '../../hub/wire.ts'
import { CHANGE_MS, inTurn } from '../../node/change-streams.ts'
import { eventIdsIn } from './events.ts'
import type { Note } from './findings.ts'

/** A person's browser: it follows some streams, loses its connection, and comes back to any node with the last id it saw. */
export class SimulatedViewer {
  readonly name: string
  /** What happened, by the client's name of the stream. */
  readonly notes = new Map<string, Note[]>()
  /** All that it may follow. */
  readonly rights: readonly Stream[]
  readonly #now: () => { announced: number; life: number }
  readonly #streams = new Map<string, Stream>()
  /** Reads too slowly to be sent what it may be spared. */
  slow = false
  #connection: Connection | null = null
  #lastId: string | null = null
  /** Counts connections; what an old one still sends is not listened to. */
  #visit = 0

  constructor(
    { name, rights, streams }: { name: string; rights: readonly Stream[]; streams: readonly Stream[] },
    now: () => { announced: number; life: number },
  ) {
    this.name = name
    this.rights = rights
    this.#now = now
    for (const stream of streams) this.#streams.set(streamName(stream), stream)
  }

  /** Says on all its streams that everything was repaired so long ago. */
  noteHealed(agoMs: number): void {
    for (const stream of this.notes.keys()) this.#note(stream, { kind: 'healed', agoMs })
  }

  /** The full name of a stream that this viewer knows by another. */
  fullName(known: string): string {
    const stream = this.rights.find((one) => clientStreamName(one) === known)
    return stream === undefined ? known : streamName(stream)
  }

  get connection(): Connection | null {
    return this.#connection
  }

  get away(): boolean {
    return this.#connection === null || this.#connection.closed
  }

  /** Opens a connection at a node, with the last id seen if there is one. */
  connect(home: ConnectionHome): void {
    this.#visit += 1
    const visit = this.#visit
    const after = this.#lastId === null ? null : (parseCursor(this.#lastId) ?? 'unknown')
    if (after !== null) for (const stream of this.follows) this.#note(clientStreamName(stream), { kind: 'resumes' })
    const connection = new Connection(`${this.name}/${visit}`, home, this.#wire(visit, after !== null), null)
    this.#connection = connection
    void connection.open([...this.#streams.values()], after)
  }

  /** The network is gone, as the browser sees it; the node learns of it later. */
  disconnect(): Connection | null {
    const connection = this.#connection
    this.#visit += 1
    this.#connection = null
    return connection
  }

  /** Follows one stream more, or one less. */
  async change(add: readonly Stream[], remove: readonly Stream[]): Promise<void> {
    const visit = this.#visit
    const connection = this.#connection
    if (!connection) return
    for (const stream of remove) {
      this.#note(clientStreamName(stream), { kind: 'leaves' })
      this.#streams.delete(streamName(stream))
    }
    const added = add.filter((stream) => !this.#streams.has(streamName(stream)))
    const versions = await inTurn(connection, () => connection.change(added, remove, CHANGE_MS))
    if (versions === null || versions === 'late' || visit !== this.#visit) return
    for (const stream of added) {
      this.#streams.set(streamName(stream), stream)
      this.#follow(stream, versions[clientStreamName(stream)]?.version)
    }
  }

  get follows(): readonly Stream[] {
    return [...this.#streams.values()]
  }

  #wire(visit: number, resuming: boolean): Wire {
    const listening = () => visit === this.#visit
    const bufferedBytes = () => (this.slow ? HOLD_BACK_BYTES + 1 : 0)
    return {
      send: (frames) => {
        if (listening()) for (const frame of frames) this.#receive(frame)
      },
      sendOwn: (event, data, id) => {
        if (listening()) this.#own(event, data, id, resuming)
      },
      heartbeat: () => {},
      get bufferedBytes() {
        return bufferedBytes()
      },
      close: () => {},
    }
  }

  #receive(frame: Frame): void {
    const fields = new Map(
      frame.sse
        .toString()
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const),
    )
    const id = fields.get('id') ?? ''
    const data = fields.get('data') ?? '{}'
    const { stream } = JSON.parse(data) as { stream: string }
    this.#lastId = id
    this.#note(stream, { kind: 'message', id, eventIds: eventIdsIn(data) })
  }

  #own(event: 'ready' | 'reset', data: object, id: string | undefined, resuming: boolean): void {
    if (id !== undefined) this.#lastId = id
    if (event === 'reset') {
      const { streams } = data as { streams: string[] }
      for (const name of streams) this.#note(name, { kind: 'reset', announced: this.#now().announced })
      return
    }
    const { streams } = data as { streams: Record<string, { version?: number }> }
    if (resuming) return
    for (const stream of this.#streams.values()) this.#follow(stream, streams[clientStreamName(stream)]?.version)
  }

  #follow(stream: Stream, version: number | undefined): void {
    this.#note(clientStreamName(stream), { kind: 'follows', ...this.#now(), version })
  }

  #note(stream: string, note: Note): void {
    const notes = this.notes.get(stream) ?? []
    this.notes.set(stream, notes)
    notes.push(note)
  }
}
