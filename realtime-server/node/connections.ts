import type { Identity } from '#contracts/stream.ts'
import type { Cursor } from '../cursor.ts'
import type { CloseReason } from '../hub/close-reason.ts'
import { Connection, type ConnectionHome } from '../hub/connection.ts'
import type { Hub } from '../hub/hub.ts'
import type { Wire } from '../hub/wire.ts'
import { newConnectionId } from './incarnation.ts'
import type { NodeMetrics } from './node-metrics.ts'
import { Persons } from './persons.ts'
import { TimingWheel } from './timing-wheel.ts'

/** Proxies and phones give up on connections that are silent for 30 s or more. */
export const HEARTBEAT_MS = [20_000, 25_000] as const
/** Connections are rotated so that nodes which joined later get their share; spread, so that they do not come in waves. */
const MAX_AGE_MS = [24 * 60_000, 36 * 60_000] as const
/** Clients come back one to four seconds after an unexpected end: a node's viewers do not arrive in one instant. */
const RETRY_MS = [1_000, 4_000] as const

const between = ([low, high]: readonly [number, number]): number => low + Math.random() * (high - low)

/** What connections need of the node's membership. */
interface Member {
  readonly id: string
  readonly confirmed: Cursor
  now(): Cursor
}

/** What a node notes of a connection. Times are by `performance.now()`, which goes on whatever the time of day is set to. */
interface Noted {
  readonly rotateAtMs: number
  /** Reckoned when the rights were shown. */
  rightsEndAtMs: number
  /** Takes it off its person's share; null while it is nobody's. */
  giveBack: (() => void) | null
}

/** All connections of a node: counts them, keeps them alive, and ends them when their time has come. */
export class Connections implements Disposable, ConnectionHome {
  readonly hub: Hub
  readonly limit: number
  readonly #metrics: NodeMetrics
  readonly #membership: () => Member
  readonly #byId = new Map<string, Connection>()
  readonly #persons: Persons
  readonly #noted = new Map<Connection, Noted>()
  readonly #wheel = new TimingWheel<Connection>((connection, nowMs) => this.#due(connection, nowMs))
  #isDoorClosed = false

  /**
   * @param perPerson connections of one person; no limit unless told
   * @param membership asked whenever needed: a node's id may change under its connections
   */
  constructor(options: {
    hub: Hub
    limit: number
    perPerson?: number | undefined
    metrics: NodeMetrics
    membership: () => Member
  }) {
    this.hub = options.hub
    this.limit = options.limit
    this.#persons = new Persons(options.perPerson ?? Number.POSITIVE_INFINITY)
    this.#metrics = options.metrics
    this.#membership = options.membership
  }

  get size(): number {
    return this.#byId.size
  }

  /** No more viewers are taken: at the cap nobody is put out to let another in. */
  get full(): boolean {
    return this.#isDoorClosed || this.#byId.size >= this.limit
  }

  /** Whether somebody has as many connections here as one person may. */
  haveTheirShare(identity: Identity | null): boolean {
    return this.#persons.haveTheirShare(identity)
  }

  nodeId = (): string => this.#membership().id

  confirmed = (): Cursor => this.#membership().confirmed

  now = (): Cursor => this.#membership().now()

  /** When a viewer that is sent away shall come back; another moment for each. */
  retryMs = (): number => between(RETRY_MS)

  find(id: string): Connection | undefined {
    return this.#byId.get(id)
  }

  all(): Iterable<Connection> {
    return this.#byId.values()
  }

  /** @param makeWire given the jittered time after which the client comes back if the connection just breaks */
  open(identity: Identity | null, makeWire: (retryMs: number) => Wire): Connection {
    const id = newConnectionId(this.#membership().id)
    const connection = new Connection(id, this, makeWire(between(RETRY_MS)), identity)
    this.#byId.set(id, connection)
    const rotateAtMs = performance.now() + between(MAX_AGE_MS)
    this.#noted.set(connection, { rotateAtMs, rightsEndAtMs: Number.POSITIVE_INFINITY, giveBack: null })
    this.reschedule(connection)
    this.#metrics.opened.inc()
    this.#metrics.connections.set(this.#byId.size)
    return connection
  }

  /** After its rights changed: notes whose it is and until when. */
  reschedule(connection: Connection): void {
    const { identity } = connection
    const noted = this.#noted.get(connection)
    if (noted === undefined) return
    if (identity !== null) {
      noted.rightsEndAtMs = performance.now() + identity.expiresAtMs - Date.now()
      noted.giveBack ??= this.#persons.enter(identity)
    }
    this.#schedule(connection, noted)
  }

  closed(connection: Connection, reason: CloseReason): void {
    this.#byId.delete(connection.id)
    this.#noted.get(connection)?.giveBack?.()
    this.#noted.delete(connection)
    this.#wheel.cancel(connection)
    this.#metrics.closed.inc({ reason })
    this.#metrics.connections.set(this.#byId.size)
  }

  /** From now on nobody new is taken; those who are here stay. */
  closeDoor(): void {
    this.#isDoorClosed = true
  }

  /**
   * Ends every connection at its own moment within `spreadMs`, telling each client to come back at once: the spread
   * has already been made here. Resolves when all are gone.
   */
  async drain(spreadMs: number): Promise<void> {
    this.closeDoor()
    const ends = [...this.#byId.values()].map(
      (connection) =>
        new Promise<void>((ended) => {
          setTimeout(() => {
            connection.close('drained', 0)
            ended()
          }, Math.random() * spreadMs)
        }),
    )
    await Promise.all(ends)
  }

  [Symbol.dispose](): void {
    this.#wheel[Symbol.dispose]()
    for (const connection of this.#byId.values()) connection.close('drained', between(RETRY_MS))
  }

  /** The next look at a connection is when its rights end, if that is before its heartbeat. */
  #schedule(connection: Connection, { rightsEndAtMs }: Noted): void {
    this.#wheel.schedule(connection, Math.min(performance.now() + between(HEARTBEAT_MS), rightsEndAtMs))
  }

  #due(connection: Connection, nowMs: number): void {
    const noted = this.#noted.get(connection)
    if (noted === undefined) return
    if (noted.rightsEndAtMs <= nowMs) connection.close('expired', 0)
    else if (noted.rotateAtMs <= nowMs) connection.close('rotated', 0)
    else {
      connection.heartbeat()
      if (!connection.closed) this.#schedule(connection, noted)
    }
  }
}
