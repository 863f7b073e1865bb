import type { ConfigEvent } from '#contracts/config-event.ts'
import { type VersionKey, versionKey } from '#platform/version-key.ts'
import { type ConfigState, type Decision, decideConfigEvent } from './decide.ts'

/*
 * Several events in a row, of one or many resellers: each is decided upon what the ones before it left behind. What is
 * known is read once, and what changed is written once.
 */

/** What is known about all resellers that some events touch. It changes as events are applied. */
export interface KnownConfigs {
  /** Sequence of each reseller's pointer. */
  readonly sequences: Map<string, number>
  readonly stored: Map<VersionKey, unknown>
  readonly hostOwners: Map<string, string>
  /** Refusals already told. */
  readonly told: Map<VersionKey, { readonly sequence: number; readonly reason: string }>
}

/** What has to be written: new versions, and where each pointer ended up. */
export interface Changes {
  readonly versions: readonly { resellerId: string; version: number; config: unknown }[]
  readonly pointers: readonly ({
    readonly resellerId: string
    /** When the reseller service said so. */
    readonly at: string
  } & NonNullable<Decision['publish']>)[]
}

/** Decides events in order. `known` is brought forward; the decisions are in the order of the events. */
export function decideInOrder(known: KnownConfigs, events: readonly ConfigEvent[]): Decision[] {
  return events.map((event) => {
    const decision = decideConfigEvent(stateFor(known, event), event)
    bringForward(known, event.resellerId, decision)
    return decision
  })
}

/** The changes that these decisions come to. Of several publishes by one reseller the last one stands. */
export function changesOf(events: readonly ConfigEvent[], decisions: readonly Decision[]): Changes {
  const steps = decisions.map((decision, at) => ({
    decision,
    resellerId: events[at]?.resellerId ?? '',
    at: events[at]?.at ?? '',
  }))
  const pointers = new Map<string, Changes['pointers'][number]>()
  for (const { resellerId, decision, at } of steps)
    if (decision.publish) pointers.set(resellerId, { resellerId, at, ...decision.publish })
  return {
    versions: steps.flatMap(({ resellerId, decision }) =>
      decision.store.map((version) => ({ resellerId, ...version })),
    ),
    pointers: [...pointers.values()],
  }
}

function stateFor(known: KnownConfigs, { resellerId, live, draft }: ConfigEvent): ConfigState {
  const versions = [live.version, draft?.version ?? live.version]
  return {
    sequence: known.sequences.get(resellerId) ?? 0,
    stored: pick(known.stored, resellerId, versions),
    hostOwners: known.hostOwners,
    told: pick(known.told, resellerId, versions),
  }
}

function pick<T>(from: ReadonlyMap<VersionKey, T>, resellerId: string, versions: readonly number[]): Map<number, T> {
  const found = new Map<number, T>()
  for (const version of versions) {
    const value = from.get(versionKey({ resellerId, version }))
    if (value !== undefined) found.set(version, value)
  }
  return found
}

function bringForward(known: KnownConfigs, resellerId: string, { store, publish, refusals }: Decision): void {
  for (const { version, config } of store) {
    known.stored.set(versionKey({ resellerId, version }), JSON.parse(JSON.stringify(config)))
    known.told.delete(versionKey({ resellerId, version }))
  }
  for (const { version, ...note } of refusals) known.told.set(versionKey({ resellerId, version }), note)
  if (!publish) return
  known.sequences.set(resellerId, publish.sequence)
  known.told.delete(versionKey({ resellerId, version: publish.version }))
  for (const [host, owner] of known.hostOwners) if (owner === resellerId) known.hostOwners.delete(host)
  for (const host of publish.hosts) known.hostOwners.set(host, resellerId)
}
