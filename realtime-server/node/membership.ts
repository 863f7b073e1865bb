import type { Log } from '#platform/log.ts'
import type { DeliveryReader } from '../bus/bus.ts'
import type { Cursor } from '../cursor.ts'
import type { Hub } from '../hub/hub.ts'
import { BEAT_MS, LEASE_MS, type NodeRegistry, type NodeState } from '../registry/registry.ts'
import { decideAfterBeat, newNodeId } from './incarnation.ts'

/*
 * A node's membership: its lease, its id, its knowledge of Redis's clock.
 *
 * Every BEAT_MS it renews the lease and compares what the registry knows with what it should. Whenever deliveries may
 * have missed this node (lease lost, registry emptied, a pause), it registers again first and reads history second:
 * what was appended before the read is read, what is appended after it finds the node registered.
 */

/** Five of a reader's probes: by then the bus, or the way to it, is down rather than slow. */
const DEAF_MS = 10_000

export interface MembershipDeps {
  readonly registry: NodeRegistry
  readonly hub: Hub
  readonly log: Log
  readonly url: string
  connections(): number
  /** Which slots there are to choose from, where a new id is told, and whether anything is heard. */
  readonly reader: Pick<DeliveryReader, 'slots' | 'rename' | 'silentMs'>
}

export class Membership implements AsyncDisposable {
  readonly #deps: MembershipDeps
  readonly slot: number
  #id: string
  /** The id by which the bus reaches this node. */
  #heardAs: string
  #state: NodeState = 'starting'
  #timer: NodeJS.Timeout | null = null
  #beating: Promise<void> = Promise.resolve()
  #answeredAtMs = performance.now()
  /** When the beat was sent that renewed the lease last: it holds for LEASE_MS from then at least. */
  #leasedAtMs = performance.now()
  #differedBefore = false
  #registrations = 0
  /** What may have been missed since history was last read. */
  #missed: 'nothing' | 'unaddressed' | 'dropped' = 'nothing'
  #present: Cursor
  #presentAtMs = performance.now()

  private constructor(deps: MembershipDeps, id: string, slot: number, present: Cursor) {
    this.#deps = deps
    this.#id = id
    this.#heardAs = id
    this.slot = slot
    this.#present = present
  }

  /** Takes a lease and a slot. The node is `starting` until {@link serve}. */
  static async enter(deps: MembershipDeps, id: string): Promise<Membership> {
    const { slot } = await deps.registry.enter({ id, url: deps.url }, await deps.reader.slots())
    const beat = await deps.registry.beat(id, { state: 'starting', connections: 0 })
    const membership = new Membership(deps, id, slot, beat.now)
    membership.#schedule()
    return membership
  }

  get id(): string {
    return this.#id
  }

  /** What it tells balancers: while it hears nothing from the bus, others come first. */
  get state(): NodeState {
    const deaf = this.#deps.reader.silentMs() > DEAF_MS
    return this.#state === 'ready' && deaf ? 'starting' : this.#state
  }

  /** Whether viewers do well to come here: it hears the bus, and the registry answers. */
  get fit(): boolean {
    return this.state === 'ready' && this.silentMs < LEASE_MS
  }

  /** How often this node told the registry everything again, since something may have been lost. */
  get registrations(): number {
    return this.#registrations
  }

  /** Milliseconds since the registry last answered. */
  get silentMs(): number {
    return performance.now() - this.#answeredAtMs
  }

  /** Up to here every message was addressed to this node or read from history: where a viewer may resume from. */
  get confirmed(): Cursor {
    return this.#present
  }

  /** The present by Redis's clock, as far as the last beat told: late by its way back. */
  now(): Cursor {
    return { ...this.#present, ms: this.#present.ms + Math.floor(performance.now() - this.#presentAtMs), seq: 0 }
  }

  /** Tells balancers that viewers may come (`ready`) or should go elsewhere (`draining`). */
  async announce(state: 'ready' | 'draining'): Promise<void> {
    this.#state = state
    await this.#beatNow()
  }

  /** The bus may have lost deliveries: read history, now or as soon as it answers. */
  async missed(): Promise<void> {
    this.#owe('dropped')
    await this.#beatNow()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    await this.#beating
    await this.#deps.registry.leave(this.#id).catch(() => {})
  }

  #schedule(): void {
    this.#timer = setTimeout(() => {
      void this.#beatNow().finally(() => {
        if (this.#timer) this.#schedule()
      })
    }, BEAT_MS)
  }

  /** One beat at a time; a failed one is only noted, since the next is near. */
  #beatNow(): Promise<void> {
    this.#beating = this.#beating
      .then(() => this.#beat())
      .catch((error) => {
        this.#deps.log.warn({ err: error }, 'a beat failed')
      })
    return this.#beating
  }

  async #beat(): Promise<void> {
    const { registry, hub } = this.#deps
    const quiet = !hub.interests.unsettled
    const sentAtMs = performance.now()
    const beat = await registry.beat(this.#id, { state: this.state, connections: this.#deps.connections() })
    const toldAtMs = performance.now()
    const own = quiet && !hub.interests.unsettled ? hub.interests.registered().length : null
    const newEpoch = beat.now.epoch !== this.#present.epoch
    const decision = decideAfterBeat({
      held: beat.held,
      sinceLastMs: this.silentMs,
      leaseMs: LEASE_MS,
      newEpoch,
      registryInterests: beat.interests,
      ownInterests: own,
      differedBefore: this.#differedBefore,
    })
    if (decision !== 'fine') {
      this.#deps.log.warn(
        { node: this.#id, decision, silentMs: Math.round(this.silentMs), beat, own },
        'the registry lost track of us',
      )
      // Where only Redis's data is new and the lease cannot have ended before, what was addressed to us still comes.
      const leased = performance.now() - this.#leasedAtMs < LEASE_MS
      const allStillComes = decision === 'register' && newEpoch && leased
      this.#owe(allStillComes ? 'unaddressed' : 'dropped')
      if (decision === 'reincarnate') await this.#reincarnate()
      else await this.#register()
    }
    if (decision === 'fine') this.#leasedAtMs = sentAtMs
    await this.#catchUp(beat.now.epoch)
    this.#differedBefore = own !== null && beat.interests !== own && decision === 'register'
    this.#present = beat.now
    this.#presentAtMs = toldAtMs
    this.#answeredAtMs = performance.now()
  }

  /** Reads history if that is owed; should it fail, it is still owed. What is missed meanwhile is owed anew. */
  async #catchUp(epoch: string): Promise<void> {
    const missed = this.#missed
    if (missed === 'nothing') return
    this.#missed = 'nothing'
    try {
      await this.#deps.hub.catchUp(epoch, missed === 'dropped')
    } catch (error) {
      this.#owe(missed)
      throw error
    }
  }

  /** What was dropped is owed until history was read, whatever else comes to be. */
  #owe(missed: 'unaddressed' | 'dropped'): void {
    if (this.#missed !== 'dropped') this.#missed = missed
  }

  /** Heard first: nobody may be addressed by an id that the bus does not bring. */
  async #register(): Promise<void> {
    const { registry, hub, url, reader } = this.#deps
    if (this.#heardAs !== this.#id) await reader.rename(this.#id)
    this.#heardAs = this.#id
    const slots = await reader.slots()
    const sentAtMs = performance.now()
    await registry.enter({ id: this.#id, url, slot: this.slot }, slots)
    await hub.interests.registerAgain(this.#id)
    await registry.beat(this.#id, { state: this.state, connections: this.#deps.connections() })
    this.#leasedAtMs = sentAtMs
    this.#registrations += 1
  }

  /** From the first line on, records for the old id are not for us; what they carried is in the history that is read after. */
  async #reincarnate(): Promise<void> {
    const old = this.#id
    this.#id = newNodeId()
    await this.#register()
    await this.#deps.registry.leave(old)
    this.#deps.log.warn({ old, node: this.#id }, 'back under a new id')
  }
}
