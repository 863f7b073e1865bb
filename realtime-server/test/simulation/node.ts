import type { Stream } from '#contracts/stream.ts'
import type { DeliveryReader } from '../../bus/bus.ts'
import type { Connection, ConnectionHome } from '../../hub/connection.ts'
import { Hub } from '../../hub/hub.ts'
import { IDLE_MS, InterestTable } from '../../hub/interest-table.ts'
import { DirectMessages } from '../../node/direct-messages.ts'
import { newNodeId } from '../../node/incarnation.ts'
import { Membership } from '../../node/membership.ts'
import { slotListener } from '../../node/slot-listener.ts'
import type { Actor } from './stage.ts'
import { staged } from './staged.ts'
import type { Surroundings } from './surroundings.ts'
import type { SimulatedViewer } from './viewer.ts'

/** A node without its HTTP server: hub, membership and connections as they are, on ports that wait for their turn. */
export class SimulatedNode {
  readonly actor: Actor
  readonly hub: Hub
  readonly #world: Surroundings
  readonly #connections = new Set<Connection>()
  readonly #id = newNodeId()
  readonly #reader: DeliveryReader
  #membership: Membership | null = null

  constructor(world: Surroundings, name: string) {
    this.#world = world
    this.actor = { name, state: 'running' }
    const { stage, chance, parts, registry, log } = world
    const actor = this.actor
    const wire = { stage, actor, lane: 'redis', chance, faultRate: () => (this.open ? world.faultRate : 0) }
    const history = staged(world.history, ['append', 'tails', 'since'], wire)
    const nodeRegistry = parts.nodeRegistry(staged(registry, ['enter', 'beat', 'add', 'remove', 'leave'], wire))
    this.#reader = world.bus.reader(() => stage.turn(actor, 'slot'))
    this.hub = new Hub(history, log, (forget) => new InterestTable(this.#id, nodeRegistry, log, forget))
    void this.#start(nodeRegistry)
  }

  /** Takes viewers. */
  get open(): boolean {
    return this.actor.state === 'running' && this.#membership?.state === 'ready'
  }

  /** The process is killed; its viewers see their connections end. */
  kill(): void {
    this.actor.state = 'dead'
    for (const viewer of this.#world.viewers) {
      if (viewer.connection && this.#connections.has(viewer.connection)) viewer.disconnect()
    }
  }

  take(viewer: SimulatedViewer): void {
    viewer.connect(this.#home())
    if (viewer.connection) this.#connections.add(viewer.connection)
  }

  holds(connection: Connection | null): boolean {
    return connection !== null && this.#connections.has(connection)
  }

  /** The node notices that a connection has gone, when it comes to look. */
  async lose(connection: Connection): Promise<void> {
    await this.#world.stage.turn(this.actor, 'sockets')
    connection.close('client', 0)
  }

  async change(viewer: SimulatedViewer, add: readonly Stream[], remove: readonly Stream[]): Promise<void> {
    await this.#world.stage.turn(this.actor, 'sockets')
    await viewer.change(add, remove)
  }

  async sweep(): Promise<void> {
    await this.#world.stage.turn(this.actor, 'timers')
    await this.hub.interests.sweep(Date.now() + IDLE_MS)
  }

  async #start(registry: ConstructorParameters<typeof InterestTable>[1]): Promise<void> {
    const { log, parts, metrics } = this.#world
    const hub = parts.catchesUp ? this.hub : withoutCatchUp(this.hub)
    const deps = { registry, hub, log, url: this.actor.name, connections: () => this.#connections.size }
    this.#membership = await Membership.enter({ ...deps, reader: this.#reader }, this.#id)
    const direct = new DirectMessages({
      find: (id) => [...this.#connections].find((connection) => connection.id === id),
      all: () => this.#connections,
    })
    const listener = slotListener(this.hub, direct, this.#member, metrics)
    await this.#reader.open({ node: this.#id, slot: this.#membership.slot }, parts.listener(listener))
    await this.#membership.announce('ready')
  }

  #member = (): Membership => {
    if (this.#membership === null) throw new Error('the node has not entered yet')
    return this.#membership
  }

  #home(): ConnectionHome {
    return {
      hub: this.hub,
      confirmed: () => this.#member().confirmed,
      now: () => this.#member().now(),
      nodeId: () => this.#member().id,
      closed: (connection) => this.#connections.delete(connection),
    }
  }
}

const withoutCatchUp = (hub: Hub): Hub =>
  new Proxy(hub, {
    get(target, name) {
      if (name === 'catchUp') return async () => {}
      const value = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
