import { pino } from 'pino'
import { Registry } from 'prom-client'
import { vi } from 'vitest'
import type { DeliveryListener, DeliveryWriter } from '../../bus/bus.ts'
import { MemoryBus } from '../../bus/memory-bus.ts'
import { type DirectMessage, dispatchDirect } from '../../dispatcher/direct.ts'
import { LiveNodes } from '../../dispatcher/live-nodes.ts'
import type { Frame } from '../../frame.ts'
import { MemoryHistory } from '../../history/memory-history.ts'
import { Hub } from '../../hub/hub.ts'
import { InterestTable } from '../../hub/interest-table.ts'
import { MemoryEpoch } from '../../memory-epoch.ts'
import { DirectMessages } from '../../node/direct-messages.ts'
import { newConnectionId, newNodeId } from '../../node/incarnation.ts'
import { Membership } from '../../node/membership.ts'
import { createNodeMetrics } from '../../node/node-metrics.ts'
import { slotListener } from '../../node/slot-listener.ts'
import { MemoryRegistry } from '../../registry/memory-registry.ts'
import type { Chance } from './chance.ts'
import { type Actor, Stage, settle } from './stage.ts'
import { staged } from './staged.ts'

/** What a test may take out, to see what it is for. */
export interface DirectParts {
  readonly listener: (listener: DeliveryListener, nodeId: () => string) => DeliveryListener
  readonly writer: (writer: DeliveryWriter) => DeliveryWriter
  /** How many messages a node remembers. */
  readonly remembered?: number
}

export const WHOLE: DirectParts = { listener: (listener) => listener, writer: (writer) => writer }

/** An open connection, and the ids of the messages that it got. */
interface Connection {
  readonly id: string
  readonly got: string[]
  readonly openedAfter: number
  closed: boolean
}

const SLOTS = 3

/** A tier that carries messages to connections only; its nodes' parts and its dispatchers are the real ones. */
export class DirectWorld {
  readonly chance: Chance
  readonly stage: Stage
  readonly parts: DirectParts
  readonly epoch = new MemoryEpoch()
  readonly registry = new MemoryRegistry(this.epoch)
  readonly bus = new MemoryBus(SLOTS)
  readonly nodes: DirectNode[] = []
  readonly connections: Connection[] = []
  /** What was published, in order; the first `committed` are done. */
  readonly published: DirectMessage[] = []
  readonly story: string[] = []
  committed = 0
  generation = 0
  faultRate = 0
  #wakeDispatcher: () => void = () => {}
  #dispatchers: Actor[] = []

  constructor(chance: Chance, parts: DirectParts) {
    this.chance = chance
    this.parts = parts
    this.stage = new Stage(chance)
    this.replaceDispatcher('dead')
  }

  tell(what: string): void {
    this.story.push(`${this.stage.steps}: ${what}`)
  }

  wire(actor: Actor, lane: string) {
    return { ...{ stage: this.stage, actor, lane, chance: this.chance }, faultRate: () => this.faultRate }
  }

  startNode(): void {
    this.nodes.push(new DirectNode(this, `node-${this.nodes.length + 1}`))
  }

  openConnection(): void {
    const open = this.nodes.filter((node) => node.ready)
    if (open.length === 0) return
    const node = this.chance.pick(open)
    const connection = { id: newConnectionId(node.id), got: [], openedAfter: this.published.length, closed: false }
    this.connections.push(connection)
    node.connections.set(connection.id, connection)
    this.tell(`${connection.id} opens on ${node.actor.name}`)
  }

  closeConnection(): void {
    const open = this.connections.filter(({ closed }) => !closed)
    if (open.length === 0) return
    const connection = this.chance.pick(open)
    connection.closed = true
    for (const node of this.nodes) node.connections.delete(connection.id)
    this.tell(`${connection.id} closes`)
  }

  publish(): void {
    const open = this.connections.filter(({ closed }) => !closed)
    const to = open.length > 0 && this.chance.happens(0.8) ? this.chance.pick(open).id : '*'
    const id = `m${this.published.length}`
    const stream = to === '*' ? 'broadcast' : 'connection'
    this.published.push({ id, to, stream, event: 'notice', data: JSON.stringify({ id }) })
    this.tell(`${id} to ${to}`)
    this.#wakeDispatcher()
  }

  /** The dispatcher is gone, or only seems to be; another one takes over. */
  replaceDispatcher(how: 'dead' | 'frozen'): void {
    const current = this.#dispatchers.at(-1)
    if (current) current.state = how
    this.generation += 1
    const actor: Actor = { name: `dispatcher ${this.generation}`, state: 'running' }
    this.#dispatchers.push(actor)
    this.tell(`${actor.name} takes over, the last is ${how}`)
    void this.#dispatch(actor, this.generation)
  }

  killNode(): void {
    const alive = this.nodes.filter(({ actor }) => actor.state !== 'dead')
    const node = this.chance.pick(alive)
    node.actor.state = 'dead'
    for (const connection of node.connections.values()) connection.closed = true
    this.tell(`${node.actor.name} is killed`)
    this.startNode()
  }

  freezeNode(): void {
    const ready = this.nodes.filter((node) => node.ready)
    if (ready.length === 0) return
    const { actor } = this.chance.pick(ready)
    actor.state = 'frozen'
    this.tell(`${actor.name} freezes`)
  }

  thaw(): void {
    for (const actor of this.#frozen.slice(0, 1)) {
      actor.state = 'running'
      this.tell(`${actor.name} thaws`)
    }
  }

  changeFaultRate(): void {
    this.faultRate = this.faultRate > 0 ? 0 : 0.2
    this.tell(`calls fail at a rate of ${this.faultRate}`)
  }

  emptyRegistry(): void {
    this.epoch.end()
    this.tell('Redis is empty')
  }

  pass(ms: number): void {
    this.tell(`${ms} ms pass`)
    vi.advanceTimersByTime(ms)
  }

  /** Everything that is broken is repaired, and there is time enough to notice. */
  async heal(): Promise<void> {
    this.faultRate = 0
    for (const actor of this.#frozen) actor.state = 'running'
    for (let second = 0; second < 10; second += 1) {
      await this.stage.rest()
      vi.advanceTimersByTime(1_000)
    }
    await this.stage.rest()
  }

  /** What connections should not have got, or should have. */
  findings(): string[] {
    return this.connections.flatMap((connection) =>
      [connection.id, '*'].flatMap((to) => findFaults(connection, to, this.published)),
    )
  }

  get #frozen(): Actor[] {
    return [...this.nodes.map(({ actor }) => actor), ...this.#dispatchers].filter(({ state }) => state === 'frozen')
  }

  /** The consumer's loop: read, dispatch until it works, commit. */
  async #dispatch(actor: Actor, generation: number): Promise<void> {
    const ours = () => this.generation === generation
    const registry = new LiveNodes(staged(this.registry, ['nodes'], this.wire(actor, 'redis')))
    const writer = this.parts.writer(staged(this.bus.writer(), ['send'], this.wire(actor, 'kafka')))
    while (ours()) {
      const batch = this.published.slice(this.committed, this.committed + this.chance.between(1, 4))
      if (batch.length === 0) await new Promise<void>((wake) => (this.#wakeDispatcher = wake))
      await this.stage.turn(actor, 'fetch')
      while (ours() && !(await succeeds(dispatchDirect({ registry, writer }, batch)))) await settle()
      await this.stage.turn(actor, 'commit')
      if (ours()) this.committed += batch.length
    }
  }
}

const succeeds = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  )

/**
 * Of what has one target and was published since the connection opened: nothing twice, nothing out of order, and
 * nothing lost to whoever is still there. (An older broadcast may come: from a dispatcher that was frozen, to a node that is
 * new and so does not know it for a copy.)
 */
function findFaults({ id, got, openedAfter, closed }: Connection, to: string, published: readonly DirectMessage[]) {
  const sent = published.filter((message, i) => message.to === to && i >= openedAfter).map((message) => message.id)
  const came = got.filter((one) => sent.includes(one))
  const faults = {
    twice: new Set(came).size < came.length,
    'out of order': came.some((one, i) => sent.indexOf(one) < sent.indexOf(came[i - 1] ?? one)),
    lost: !closed && sent.some((one) => !came.includes(one)),
    strayed: got.some((one) => !published.some((message) => message.id === one && ['*', id].includes(message.to))),
  }
  const found = Object.entries(faults).flatMap(([fault, happened]) => (happened ? [fault] : []))
  return found.map((fault) => `${fault}: ${id} got ${came} of ${sent}`)
}

/** A node with no HTTP server and no streams. */
class DirectNode {
  readonly actor: Actor
  readonly connections = new Map<string, Connection>()
  #membership: Membership | null = null

  constructor(world: DirectWorld, name: string) {
    this.actor = { name, state: 'running' }
    void this.#start(world)
  }

  get id(): string {
    return this.#member().id
  }

  get ready(): boolean {
    return this.actor.state === 'running' && this.#membership?.state === 'ready'
  }

  async #start(world: DirectWorld): Promise<void> {
    const [id, log] = [newNodeId(), pino({ level: 'silent' })]
    const registry = staged(world.registry, ['enter', 'beat', 'add', 'remove', 'leave'], world.wire(this.actor, 'redis')) // biome-ignore format: one line
    const history = new MemoryHistory(world.epoch)
    const hub = new Hub(history, log, (forget) => new InterestTable(id, registry, log, forget))
    const reader = world.bus.reader(() => world.stage.turn(this.actor, 'slot'))
    const deps = { ...{ registry, hub, log, url: this.actor.name, reader }, connections: () => this.connections.size }
    while (this.#membership === null) this.#membership = await Membership.enter(deps, id).catch(() => null)
    const membership = this.#membership
    const direct = new DirectMessages(this.#viewers(), world.parts.remembered)
    const listener = slotListener(hub, direct, () => membership, createNodeMetrics(new Registry()))
    await reader.open({ node: membership.id, slot: membership.slot }, world.parts.listener(listener, () => membership.id)) // biome-ignore format: one line
    await membership.announce('ready')
  }

  #viewers() {
    const viewer = ({ got }: Connection) => ({
      message: ({ sse }: Frame) => void got.push(/"id":"(.*?)"/.exec(sse.toString())?.[1] ?? '?'),
    })
    return {
      find: (id: string) => {
        const connection = this.connections.get(id)
        return connection && viewer(connection)
      },
      all: () => [...this.connections.values()].map(viewer),
    }
  }

  #member(): Membership {
    if (this.#membership === null) throw new Error('the node has not entered yet')
    return this.#membership
  }
}
