import { pino } from 'pino'
import { Registry } from 'prom-client'
import { vi } from 'vitest'
import { parseStream, type Stream, streamName } from '#contracts/stream.ts'
import { MemoryBus } from '../../bus/memory-bus.ts'
import { formatCursor } from '../../cursor.ts'
import type { Dispatched } from '../../dispatcher/dispatcher.ts'
import { HISTORY_LIMITS, type History } from '../../history/history.ts'
import { MemoryHistory } from '../../history/memory-history.ts'
import { MemoryEpoch } from '../../memory-epoch.ts'
import { createNodeMetrics } from '../../node/node-metrics.ts'
import { MemoryRegistry } from '../../registry/memory-registry.ts'
import type { Chance } from './chance.ts'
import { SimulatedDispatcher, type Source } from './dispatcher.ts'
import { changeOf, eventIdsIn, noticeOf } from './events.ts'
import { type Announced, type Finding, findFaults, SILENT_MS, STALE_MS } from './findings.ts'
import { SimulatedNode } from './node.ts'
import { type Parts, WHOLE } from './parts.ts'
import { type Actor, Stage } from './stage.ts'
import type { Surroundings } from './surroundings.ts'
import { SimulatedViewer } from './viewer.ts'

const SLOTS = 3
const SHOWS = ['public.show.1', 'public.show.2'].map((name) => parseStream(name) as Stream)
/** Of two persons; each calls it by the same name. */
export const INBOXES = ['customer-0000001', 'customer-0000002'].map(
  (customer) => parseStream(`private.aurora.${customer}.inbox`) as Stream,
)
export const STREAMS: readonly Stream[] = [...SHOWS, ...INBOXES]

/** In seconds. Longer than any bar, so that what comes too late is told from what never comes. */
const HEALING_S = 15
/** Whoever lost their connection is back within so many seconds, each after another time: `RETRY_MS` in node/connections.ts. */
const BACK_WITHIN_S = 4

/** A realtime tier in one process, whose every step waits for its turn. Time is the fake timers' time. */
export class World implements Surroundings {
  readonly chance: Chance
  readonly stage: Stage
  readonly parts: Parts
  readonly epoch = new MemoryEpoch()
  readonly registry = new MemoryRegistry(this.epoch)
  readonly history: History
  readonly bus = new MemoryBus(SLOTS)
  readonly log = pino({ level: 'silent' })
  readonly metrics = createNodeMetrics(new Registry())
  readonly announced: Announced[] = []
  readonly viewers: SimulatedViewer[] = []
  readonly story: string[] = []
  nodes: SimulatedNode[] = []
  /** What dispatchers have done. */
  dispatched: Dispatched = { events: 0, messages: 0, records: 0, floods: 0 }
  faultRate = 0
  life = 0
  endsMs = Number.POSITIVE_INFINITY
  readonly #tickets: Source = { name: 'tickets', records: [], committed: 0, generation: 0 }
  readonly #messages: Source = { name: 'messages', records: [], committed: 0, generation: 0 }
  readonly #dispatchers = new Map<Source, SimulatedDispatcher[]>()
  readonly #versions = new Map<string, number>()

  constructor(chance: Chance, parts: Parts = WHOLE, historyLength = 500) {
    this.chance = chance
    this.parts = parts
    this.stage = new Stage(chance)
    const history = new MemoryHistory(this.epoch, { ...HISTORY_LIMITS, length: historyLength })
    this.history = parts.history(this.#noting(history))
    for (const source of this.#sources) this.startDispatcher(source)
  }

  get #sources(): readonly Source[] {
    return [this.#tickets, this.#messages]
  }

  get #actors(): Actor[] {
    return [...this.nodes, ...[...this.#dispatchers.values()].flat()].map(({ actor }) => actor)
  }

  tell(what: string): void {
    this.story.push(`${this.stage.steps}: ${what}`)
  }

  startNode(): void {
    const node = new SimulatedNode(this, `node-${this.nodes.length + 1}`)
    this.nodes.push(node)
    this.tell(`${node.actor.name} starts`)
  }

  /** Something happens that viewers of a stream shall hear of. */
  announce(stream: Stream): void {
    const source = stream.kind === 'show' && this.chance.happens(0.9) ? this.#tickets : this.#messages
    const name = streamName(stream)
    const eventId = `e${this.announced.length + 1}`
    const version = source === this.#tickets ? (this.#versions.get(name) ?? 0) + 1 : undefined
    if (version !== undefined) this.#versions.set(name, version)
    const versioned = version === undefined ? {} : { version }
    this.announced.push({ eventId, stream: name, source: source.name, life: this.life, ids: new Set(), ...versioned })
    const change = version !== undefined && stream.kind === 'show'
    source.records.push(change ? changeOf(eventId, stream.showId, version, this.chance) : noticeOf(eventId, stream))
    this.tell(`${eventId} on ${name}`)
    for (const dispatcher of this.#dispatchers.get(source) ?? []) dispatcher.wake()
  }

  /** The dispatcher of one source is gone, or only seems to be; another one takes over. */
  replaceDispatcher(how: 'dead' | 'frozen'): void {
    const source = this.chance.pick(this.#sources)
    const current = this.#dispatchers.get(source)?.at(-1)
    if (!current) return
    current.actor.state = how
    this.tell(`${current.actor.name} is ${how}`)
    this.startDispatcher(source)
  }

  startDispatcher(source: Source): void {
    source.generation += 1
    const dispatchers = this.#dispatchers.get(source) ?? []
    dispatchers.push(new SimulatedDispatcher(this, source))
    this.#dispatchers.set(source, dispatchers)
  }

  addViewer(): void {
    const name = `viewer-${this.viewers.length + 1}`
    const owner = this.viewers.length % INBOXES.length
    const rights = [...SHOWS, ...INBOXES.filter((_, i) => i === owner)]
    const streams = rights.filter(() => this.chance.happens(0.6))
    const viewer = new SimulatedViewer({ name, rights, streams }, () => ({
      announced: this.announced.length,
      life: this.life,
    }))
    this.viewers.push(viewer)
    this.connect(viewer)
  }

  connect(viewer: SimulatedViewer): void {
    const open = this.nodes.filter((node) => node.open)
    if (open.length === 0) return
    const node = this.chance.pick(open)
    this.tell(`${viewer.name} connects to ${node.actor.name}`)
    node.take(viewer)
  }

  count({ events, messages, records, floods }: Dispatched): void {
    const sum = this.dispatched
    this.dispatched = {
      events: sum.events + events,
      messages: sum.messages + messages,
      records: sum.records + records,
      floods: sum.floods + floods,
    }
  }

  /** Someone whose connection is gone opens another. */
  comeBack(): void {
    const away = this.viewers.filter((viewer) => viewer.away)
    if (away.length > 0) this.connect(this.chance.pick(away))
  }

  /** Someone's connection breaks; the node finds out when it next looks. */
  goAway(): void {
    const here = this.viewers.filter((viewer) => !viewer.away)
    if (here.length === 0) return
    const viewer = this.chance.pick(here)
    const connection = viewer.disconnect()
    const node = this.nodes.find((one) => one.holds(connection))
    this.tell(`${viewer.name} loses ${node?.actor.name}`)
    if (node && connection) void node.lose(connection)
  }

  /** Someone begins to read too slowly, or to read again. */
  changePace(): void {
    if (this.viewers.length === 0) return
    const viewer = this.chance.pick(this.viewers)
    viewer.slow = !viewer.slow
    this.tell(`${viewer.name} is ${viewer.slow ? 'slow' : 'quick again'}`)
  }

  changeStreams(): void {
    const here = this.viewers.filter((viewer) => !viewer.away)
    if (here.length === 0) return
    const viewer = this.chance.pick(here)
    const node = this.nodes.find((one) => one.holds(viewer.connection))
    const stream = this.chance.pick(viewer.rights)
    const followed = viewer.follows.some((one) => streamName(one) === streamName(stream))
    this.tell(`${viewer.name} ${followed ? 'leaves' : 'adds'} ${streamName(stream)}`)
    void node?.change(viewer, followed ? [] : [stream], followed ? [stream] : [])
  }

  /** Nodes look for interests that nobody has followed for a while, as if that while had passed. */
  sweep(): void {
    for (const node of this.nodes) void node.sweep()
  }

  killNode(): void {
    const alive = this.nodes.filter((node) => node.actor.state !== 'dead')
    if (alive.length === 0) return
    const node = this.chance.pick(alive)
    this.tell(`${node.actor.name} is killed`)
    node.kill()
    this.startNode()
  }

  freezeNode(): void {
    const running = this.nodes.filter((node) => node.open)
    if (running.length === 0) return
    const node = this.chance.pick(running)
    node.actor.state = 'frozen'
    this.tell(`${node.actor.name} freezes`)
  }

  /** Something frozen goes on. */
  thaw(): void {
    const frozen = this.#actors.filter(({ state }) => state === 'frozen')
    if (frozen.length === 0) return
    const actor = this.chance.pick(frozen)
    actor.state = 'running'
    this.tell(`${actor.name} thaws`)
  }

  changeFaultRate(): void {
    this.faultRate = this.faultRate > 0 ? 0 : 0.2
    this.tell(`calls fail at a rate of ${this.faultRate}`)
  }

  emptyRegistry(): void {
    this.epoch.end()
    this.life += 1
    this.tell('Redis is empty')
  }

  /** Time passes, but no more than the design allows a message to be under way. */
  pass(ms: number): void {
    const allowedMs = Math.min(ms, this.endsMs - Date.now() - 1)
    this.tell(`${allowedMs} ms pass`)
    vi.advanceTimersByTime(allowedMs)
  }

  /** Everything that is broken is repaired, and there is time enough to notice. */
  async heal(): Promise<void> {
    this.faultRate = 0
    this.tell('all is well again')
    for (const actor of this.#actors) if (actor.state === 'frozen') actor.state = 'running'
    for (const viewer of this.viewers) this.#quicken(viewer)
    await this.stage.rest()
    for (let second = 1; second <= HEALING_S; second += 1) {
      vi.advanceTimersByTime(1_000)
      await this.stage.rest()
      for (const viewer of this.#back(second)) this.connect(viewer)
      await this.stage.rest()
      if ([STALE_MS, SILENT_MS].includes(second * 1_000))
        for (const viewer of this.viewers) viewer.noteHealed(second * 1_000)
    }
  }

  /** A viewer that reads again is told what it was spared by its next message or heartbeat: that is its own pace. */
  #quicken(viewer: SimulatedViewer): void {
    viewer.slow = false
    viewer.connection?.heartbeat()
  }

  #back(second: number): readonly SimulatedViewer[] {
    return this.viewers.filter((viewer, i) => viewer.away && (i % BACK_WITHIN_S) + 1 <= second)
  }

  findings(): Finding[] {
    return this.viewers.flatMap((viewer) =>
      [...viewer.notes].flatMap(([stream, notes]) =>
        findFaults(viewer.name, viewer.fullName(stream), notes, this.announced),
      ),
    )
  }

  /** The same history, and a note of the ids that were given. */
  #noting(history: History): History {
    return {
      append: async (entries) => {
        const appended = await history.append(entries)
        for (const { cursor, data } of appended.flatMap(({ standing }) => standing)) {
          for (const eventId of eventIdsIn(data)) {
            this.announced.find((one) => one.eventId === eventId)?.ids.add(formatCursor(cursor))
          }
        }
        return appended
      },
      tails: (streams) => history.tails(streams),
      since: (requests, limit) => history.since(requests, limit),
    }
  }

  /** How often viewers were told to fetch anew. */
  get resets(): number {
    const notes = this.viewers.flatMap((viewer) => [...viewer.notes.values()].flat())
    return notes.filter(({ kind }) => kind === 'reset').length
  }
}
