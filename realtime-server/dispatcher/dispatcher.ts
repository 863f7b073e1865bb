import type { StreamDelivery } from '#contracts/delivery.ts'
import type { DeliveryWriter, Unaddressed } from '../bus/bus.ts'
import { formatCursor } from '../cursor.ts'
import type { History, NewEntry, Standing } from '../history/history.ts'
import type { Recipients, RegistryView } from '../registry/registry.ts'
import { type Merged, mergeAll } from './merge.ts'
import type { Outgoing } from './outgoing.ts'

/*
 * From messages to deliveries. The order of the three steps is the proof that nobody is missed:
 *
 *   1. append to history     a viewer who joins after this finds the message there
 *   2. ask the registry      a node that registered before this is addressed
 *   3. produce, always       also what had been appended before: its first dispatcher may have died before this line
 *
 * A node registers first and reads history second, so one of 1 and 2 reaches every viewer. All steps may be repeated.
 *
 * What may be merged is merged before step 1, so that ids agree on all nodes. A dispatcher that does another's work again
 * may cut it differently. History decides: what it has of an event is what is produced, and only events that it does not
 * have are merged into something new.
 */

export interface DispatcherDeps {
  readonly history: History
  readonly registry: Pick<RegistryView, 'recipients'>
  readonly writer: DeliveryWriter
}

/** What one call did, for metrics. */
export interface Dispatched {
  /** What was to be dispatched. */
  readonly events: number
  /** What that became. */
  readonly messages: number
  readonly records: number
  /** Messages sent to everybody because the registry could not be trusted. */
  readonly floods: number
}

/** A message that stands in history. */
interface Told {
  readonly stream: string
  readonly interest: string
  readonly standing: Standing
}

/** Brings messages, in order, to all nodes that hold viewers of them. Fails as a whole, and may then be called again. */
export async function dispatch(deps: DispatcherDeps, messages: readonly Outgoing[]): Promise<Dispatched> {
  if (messages.length === 0) return { events: 0, messages: 0, records: 0, floods: 0 }
  const told = await intoHistory(deps.history, messages)
  const recipients = await targetsOf(deps.registry, told)
  const records = await deps.writer.send(
    told.map(({ stream, interest, standing }) => ({
      message: asMessage(stream, standing),
      recipients: recipients.get(interest) ?? 'everyone',
    })),
  )
  const floods = told.filter(({ interest }) => recipients.get(interest) === 'everyone').length
  return { events: messages.length, messages: told.length, records, floods }
}

/** Appends until history has all of it. What it has then, in order of each stream, and each entry once. */
async function intoHistory(history: History, messages: readonly Outgoing[]): Promise<Told[]> {
  const told = new Map<string, Told>()
  let left = messages
  // More than twice round only while another dispatcher appends the same events at the same time.
  while (left.length > 0) {
    const merged = mergeAll(left)
    const appended = await history.append(merged.map(newEntry))
    left = merged.flatMap(({ stream, interest, parts }, i) => {
      const { standing, missing } = appended[i] ?? { standing: [], missing: parts.map(({ eventId }) => eventId) }
      for (const one of standing) told.set(`${stream} ${formatCursor(one.cursor)}`, { stream, interest, standing: one })
      return parts.filter(({ eventId }) => missing.includes(eventId))
    })
  }
  return [...told.values()]
}

function newEntry({ stream, event, data, version, parts }: Merged): NewEntry {
  const [eventId = '', ...moreEventIds] = parts.map((part) => part.eventId)
  return {
    ...{ stream, eventId, event, data },
    ...(moreEventIds.length === 0 ? {} : { moreEventIds }),
    ...(version === undefined ? {} : { version }),
  }
}

/** A message as history has it: with its id, and what stands right before it. */
export function asMessage(
  stream: string,
  { cursor, previous, event, data, version }: Standing,
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
  messages: readonly Told[],
): Promise<Map<string, Recipients>> {
  const interests = [...new Set(messages.map((message) => message.interest))]
  const found = await registry.recipients(interests)
  return new Map(interests.map((interest, i) => [interest, found[i] ?? 'everyone']))
}
