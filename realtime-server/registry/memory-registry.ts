import type { MemoryEpoch } from '../memory-epoch.ts'
import {
  type Beat,
  DISTRUST_MS,
  LEASE_MS,
  type NodeInfo,
  type NodeLoad,
  type NodeRegistry,
  type NodeState,
  type Recipients,
  type RegistryView,
} from './registry.ts'

interface Member {
  readonly url: string
  readonly slot: number
  readonly state: NodeState
  readonly connections: number
  readonly leaseEndsMs: number
}

/** The registry of a tier that lives in one process: both sides of it, with the rules of the one in Redis. */
export class MemoryRegistry implements NodeRegistry, RegistryView {
  readonly #epoch: MemoryEpoch
  readonly #members = new Map<string, Member>()
  readonly #holders = new Map<string, Set<string>>()

  constructor(epoch: MemoryEpoch) {
    this.#epoch = epoch
    epoch.onEnd(() => {
      this.#members.clear()
      this.#holders.clear()
    })
  }

  async enter(node: { id: string; url: string; slot?: number }, slots: number): Promise<{ slot: number }> {
    const slot = node.slot ?? this.#emptiestSlot(slots)
    const leaseEndsMs = this.#epoch.nowMs() + LEASE_MS
    this.#members.set(node.id, { url: node.url, slot, state: 'starting', connections: 0, leaseEndsMs })
    return { slot }
  }

  async beat(id: string, load: NodeLoad): Promise<Beat> {
    const now = { epoch: this.#epoch.current().value, ms: this.#epoch.nowMs(), seq: 0 }
    const member = this.#members.get(id)
    if (!member || !this.#isLive(member)) return { held: false, interests: 0, now }
    this.#members.set(id, { ...member, ...load, leaseEndsMs: now.ms + LEASE_MS })
    const interests = [...this.#holders.values()].filter((nodes) => nodes.has(id)).length
    return { held: true, interests, now }
  }

  async add(id: string, interests: readonly string[]): Promise<void> {
    if (!this.#members.has(id)) return
    for (const interest of interests) {
      const nodes = this.#holders.get(interest) ?? new Set()
      this.#holders.set(interest, nodes.add(id))
    }
  }

  async remove(id: string, interests: readonly string[]): Promise<void> {
    for (const interest of interests) {
      const nodes = this.#holders.get(interest)
      nodes?.delete(id)
      if (nodes?.size === 0) this.#holders.delete(interest)
    }
  }

  async leave(id: string): Promise<void> {
    this.#members.delete(id)
    await this.remove(id, [...this.#holders.keys()])
  }

  async recipients(interests: readonly string[]): Promise<Recipients[]> {
    const ageMs = this.#epoch.nowMs() - this.#epoch.current().mintedMs
    if (ageMs < DISTRUST_MS) return interests.map(() => 'everyone')
    return interests.map((interest) =>
      [...(this.#holders.get(interest) ?? [])].flatMap((node) => {
        const member = this.#members.get(node)
        return member && this.#isLive(member) ? [{ node, slot: member.slot }] : []
      }),
    )
  }

  async nodes(): Promise<NodeInfo[]> {
    const live = [...this.#members].filter(([, member]) => this.#isLive(member))
    return live.map(([id, { url, slot, state, connections }]) => ({ id, url, slot, state, connections }))
  }

  #isLive(member: Member): boolean {
    return member.leaseEndsMs >= this.#epoch.nowMs()
  }

  #emptiestSlot(slots: number): number {
    const load = Array.from({ length: slots }, () => 0)
    for (const member of this.#members.values()) {
      if (this.#isLive(member) && member.slot < slots) load[member.slot] = (load[member.slot] ?? 0) + 1
    }
    return load.indexOf(Math.min(...load))
  }
}
