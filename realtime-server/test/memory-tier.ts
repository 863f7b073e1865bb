import { randomUUID } from 'node:crypto'
import type { OrderEvent, TicketEvent } from '#contracts/core-event.ts'
import { createLog } from '#platform/log.ts'
import { MemoryAudience } from '../audience/memory-audience.ts'
import { startBalancer } from '../balancer/balancer.ts'
import { MemoryBus } from '../bus/memory-bus.ts'
import { directOf, dispatchDirect } from '../dispatcher/direct.ts'
import { dispatch } from '../dispatcher/dispatcher.ts'
import { outgoingOf, type SourceEvent } from '../dispatcher/outgoing.ts'
import { createEmitter, type Emitter } from '../emitter.ts'
import { MemoryHistory } from '../history/memory-history.ts'
import { MemoryEpoch } from '../memory-epoch.ts'
import { newNodeId } from '../node/incarnation.ts'
import { startNode } from '../node/node.ts'
import { MemoryRegistry } from '../registry/memory-registry.ts'
import { type Person, Signer } from './signer.ts'

/** A realtime tier in this process: nodes with real sockets on memory ports. What is announced has been dispatched. */
export class MemoryTier implements AsyncDisposable {
  readonly signer: Signer
  readonly epoch: MemoryEpoch
  readonly registry: MemoryRegistry
  readonly history: MemoryHistory
  readonly audience: MemoryAudience
  readonly bus = new MemoryBus(4)
  readonly emitter: Emitter
  readonly #resources = new AsyncDisposableStack()
  readonly #nodes = new Map<string, AsyncDisposableStack>()
  readonly #versions = new Map<string, number>()

  private constructor(signer: Signer) {
    this.signer = signer
    // An hour ago, for the first answer: then Redis's data would be new.
    let young = true
    this.epoch = new MemoryEpoch(() => Date.now() - (young ? 3_600_000 : 0))
    this.epoch.current()
    young = false
    this.registry = new MemoryRegistry(this.epoch)
    this.history = new MemoryHistory(this.epoch)
    this.audience = new MemoryAudience(this.epoch, this.registry)
    this.emitter = createEmitter({ send: async ({ messages }) => this.#published(messages) })
  }

  static async start(): Promise<MemoryTier> {
    return new MemoryTier(await Signer.create())
  }

  /** @returns where the node listens */
  async node(options: { maxConnections?: number; drainMs?: number } = {}): Promise<string> {
    const config = {
      port: 0,
      host: '127.0.0.1',
      verificationKeys: JSON.parse(this.signer.verificationKeys),
      maxConnections: options.maxConnections ?? 1_000,
      drainMs: options.drainMs ?? 0,
    }
    const resources = this.#resources.use(new AsyncDisposableStack())
    const log = createLog('test', 'silent')
    const { registry, history, audience } = this
    const parts = { registry, history, audience, reader: resources.use(this.bus.reader()) }
    const { url } = await startNode({ log, resources }, config, newNodeId(), parts)
    this.#nodes.set(url, resources)
    return url
  }

  /** Stops one node as a signal would. */
  async stop(node: string): Promise<void> {
    await this.#nodes.get(node)?.disposeAsync()
  }

  /** A balancer over the nodes there are. @returns where it listens */
  async balancer(): Promise<string> {
    const config = { port: 0, host: '127.0.0.1', maxConnections: 1_000, maxPerAddress: 1_000, connectsPerAddress: 1_000, trustedProxies: [], drainMs: 0 } // biome-ignore format: one line
    const program = { log: createLog('test', 'silent'), resources: this.#resources.use(new AsyncDisposableStack()) }
    return (await startBalancer(program, config, this.registry)).url
  }

  cookie(person: Person): Promise<string> {
    return this.signer.cookie(person)
  }

  /** Sells a ticket of a show. */
  async sell(showId: string, fields: Partial<TicketEvent> = {}): Promise<void> {
    const from = this.#versions.get(showId) ?? 0
    this.#versions.set(showId, from + 1)
    await this.#dispatch({
      ...{ id: randomUUID(), at: new Date().toISOString(), type: 'ticket.sold', resellerId: 'aurora', showId },
      ...{ from, version: from + 1, items: [{ tierId: 'stalls', quantity: 1 }], remaining: { stalls: 9 } },
      saleIds: [randomUUID()],
      ...fields,
    } as TicketEvent)
  }

  /** An order of a buyer changes. */
  async order(
    resellerId: string,
    customerRef: string,
    orderId: string,
    fields: Partial<OrderEvent> = {},
  ): Promise<void> {
    const event: OrderEvent = {
      ...{ id: randomUUID(), at: new Date().toISOString(), type: 'order.updated', resellerId, customerRef, orderId },
      ...{ showId: '42', status: 'confirmed' },
      ...fields,
    }
    await this.#dispatch(event)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#resources.disposeAsync()
  }

  async #published(messages: readonly { value: unknown }[]): Promise<[]> {
    for (const { value } of messages) await this.#dispatch(JSON.parse(String(value)) as SourceEvent)
    return []
  }

  async #dispatch(event: SourceEvent): Promise<void> {
    const message = outgoingOf(event)
    const direct = directOf(event)
    const deps = { history: this.history, registry: this.registry, writer: this.bus.writer() }
    if (message) await dispatch(deps, [message])
    if (direct) await dispatchDirect(deps, [direct])
  }
}
