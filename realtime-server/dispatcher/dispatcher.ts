import type { StreamDelivery } from '#contracts/delivery.ts'
import type { DeliveryWriter, Unaddressed } from '../bus/bus.ts'
import { formatCursor } from '../cursor.ts'
import type { History, Placed } from '../history/history.ts'
import type { RegistryView, Targets } from '../registry/registry.ts'
import type { Outgoing } from './outgoing.ts'

/*
 * From messages to deliveries. The order of the three steps is the proof that nobody is missed:
 *
 *   1. append to history     a viewer who joins after this finds the message there
 *   2. ask the registry      a node that registered before this is addressed
 *   3. produce, always       also what had been appended before: its first dispatcher may have died before this line
 *
 * A node registers first and reads history second, so one of 1 and 2 reaches every viewer. All steps may be repeated.
 */

export interface DispatcherDeps {
  readonly history: History
  readonly registry: Pick<RegistryView, 'targets'>
  readonly writer: DeliveryWriter
}

/** What one call did, for metrics. */
export interface Dispatched {
  readonly messages: number
  readonly records: number
  /** Messages sent to everybody because the registry could not be trusted. */
  readonly floods: number
}

/** Brings messages, in order, to all nodes that hold viewers of them. Fails as a whole, and may then be called again. */
export async function dispatch(deps: DispatcherDeps, messages: readonly Outgoing[]): Promise<Dispatched> {
  if (messages.length === 0) return { messages: 0, records: 0, floods: 0 }
  const placed = await deps.history.append(messages)
  const targets = await targetsOf(deps.registry, messages)
  const records = await deps.writer.send(
    messages.map((message, i) => ({
      message: inItsPlace(message, placed[i] as Placed),
      targets: targets.get(message.interest) ?? 'everyone',
    })),
  )
  const floods = messages.filter((message) => targets.get(message.interest) === 'everyone').length
  return { messages: messages.length, records, floods }
}

/** A message with its place in history, and what stands right before it. */
export function inItsPlace(
  { stream, event, data, version }: Outgoing,
  { cursor, previous }: Placed,
): Unaddressed<StreamDelivery> {
  return {
    id: formatCursor(cursor),
    ...(previous === null ? {} : { previous: formatCursor(previous) }),
    stream,
    event,
    data,
    ...(version === undefined ? {} : { version }),
  }
}

async function targetsOf(
  registry: DispatcherDeps['registry'],
  messages: readonly Outgoing[],
): Promise<Map<string, Targets>> {
  const interests = [...new Set(messages.map((message) => message.interest))]
  const found = await registry.targets(interests)
  return new Map(interests.map((interest, i) => [interest, found[i] ?? 'everyone']))
}
