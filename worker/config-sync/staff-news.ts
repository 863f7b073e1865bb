import type { ConfigEvent } from '#contracts/config-event.ts'
import type { Publication } from '#realtime/emitter.ts'

/**
 * What a reseller's staff hear of an event: its newest version, a draft's where there is one, so that a preview can show
 * it. Under the event's own id, so that handing an event in again tells nobody twice.
 */
export function staffNews({ id, resellerId, sequence, live, draft }: ConfigEvent): Publication {
  return {
    target: { kind: 'staff', resellerId, name: 'config' },
    event: 'config',
    fields: { version: Math.max(live.version, draft?.version ?? 0), sequence },
    id,
  }
}
