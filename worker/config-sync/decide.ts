import { isDeepStrictEqual } from 'node:util'
import type { ConfigEvent } from '#contracts/config-event.ts'
import type { ConfigRefusal } from '#contracts/config-refusal.ts'
import { ResellerConfig } from '#contracts/reseller-config.ts'
import { refusalSentence } from '#lib/config-review/refusal-sentence.ts'
import { storableCause } from './storable-refusal.ts'
import { unusableConfig } from './unusable-config.ts'

/*
 * What one event changes, given what is known: pure, so that order, duplicates and faults can be tried in a table.
 *
 *   versions  a valid version is stored once and never changed, whichever event brings it, however late
 *   pointer   moves only to a higher sequence, only to a valid version, only if its hosts are free
 *   refusals  whatever could not be stored or published, once
 */

/** What is known about a reseller, as far as an event can touch it. */
export interface ConfigState {
  /** The sequence that set the pointer; 0 before the first. */
  readonly sequence: number
  /** The event's versions, as far as they are stored, with their content. */
  readonly stored: ReadonlyMap<number, unknown>
  /** Who has the hosts that the event's live version names. */
  readonly hostOwners: ReadonlyMap<string, string>
  /** Refusals already told, by version. */
  readonly told: ReadonlyMap<number, { readonly sequence: number; readonly reason: string }>
}

/** `sequence` is 0 for a draft: nobody asked for it to be live. */
export interface Refusal {
  readonly version: number
  readonly sequence: number
  readonly cause: ConfigRefusal
  /** The same in English, for logs and dead letters. */
  readonly reason: string
}

/** As it can be noted: what is told is compared with what was noted, and of the same refusal that has to be the same. */
export function refusal(version: number, sequence: number, fault: ConfigRefusal): Refusal {
  const cause = storableCause(fault)
  return { version, sequence, cause, reason: refusalSentence(version, cause) }
}

export interface Decision {
  readonly store: readonly { readonly version: number; readonly config: unknown }[]
  readonly publish: { readonly version: number; readonly sequence: number; readonly hosts: readonly string[] } | null
  readonly refusals: readonly Refusal[]
}

/** PostgreSQL's integer. A reseller that publishes every second gets there in 68 years. */
export const NUMBER_LIMIT = 2_147_483_647

export function decideConfigEvent(state: ConfigState, event: ConfigEvent): Decision {
  const { live, draft, sequence } = event
  const liveFault = versionFault(state, live) ?? hostFault(state, event) ?? sequenceFault(sequence)
  const others = draft && draft.version !== live.version ? [draft] : []
  const drafts = others.map((version) => ({ version, fault: versionFault(state, version) }))

  const valid = [
    ...(versionFault(state, live) === null ? [live] : []),
    ...drafts.filter(({ fault }) => fault === null).map(({ version }) => version),
  ]
  const refusals = [
    ...(liveFault === null ? [] : [refusal(live.version, sequence, liveFault)]),
    ...drafts.flatMap(({ version, fault }) => (fault === null ? [] : [refusal(version.version, 0, fault)])),
  ]
  const moves = liveFault === null && sequence > state.sequence
  return {
    store: valid
      .filter(({ version }) => !state.stored.has(version))
      .map(({ version, config }) => ({ version, config })),
    publish: moves ? { version: live.version, sequence, hosts: hostsOf(live.config) } : null,
    refusals: refusals.filter((refusal) => !alreadyTold(state, refusal)),
  }
}

/** The hosts that a configuration names, each once, the primary one first; none when it cannot be read. */
export function hostsOf(config: unknown): string[] {
  const parsed = ResellerConfig.safeParse(config)
  return parsed.success ? [...new Set(parsed.data.hosts)] : []
}

function versionFault(state: ConfigState, { version, config }: ConfigEvent['live']): ConfigRefusal | null {
  if (version > NUMBER_LIMIT) return { of: 'other', said: `is over ${NUMBER_LIMIT}` }
  const fault = unusableConfig(config)
  if (fault !== null) return fault
  const stored = state.stored.get(version)
  const changed = stored !== undefined && !isDeepStrictEqual(stored, JSON.parse(JSON.stringify(config)))
  return changed ? { of: 'changed' } : null
}

function sequenceFault(sequence: number): ConfigRefusal | null {
  return sequence > NUMBER_LIMIT ? { of: 'other', said: `sequence ${sequence} is over ${NUMBER_LIMIT}` } : null
}

function hostFault(state: ConfigState, event: ConfigEvent): ConfigRefusal | null {
  if (event.sequence <= state.sequence) return null // it will not move the pointer, so it takes no host
  const taken = hostsOf(event.live.config).find((host) => {
    const owner = state.hostOwners.get(host)
    return owner !== undefined && owner !== event.resellerId
  })
  // Who has it is not told: a reseller must not learn of another one this way.
  return taken === undefined ? null : { of: 'hostTaken', host: taken }
}

function alreadyTold(state: ConfigState, refusal: Refusal): boolean {
  const told = state.told.get(refusal.version)
  return told !== undefined && told.reason === refusal.reason && told.sequence >= refusal.sequence
}
