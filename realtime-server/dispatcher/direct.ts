import type { DirectDelivery } from '#contracts/delivery.ts'
import { clientTargetName, type DirectName, parseTarget } from '#contracts/target.ts'
import type { DeliveryWriter, Unaddressed } from '../bus/bus.ts'
import type { NodeAddress, Recipients, RegistryView } from '../registry/registry.ts'
import type { Dispatched } from './dispatcher.ts'
import type { SourceEvent } from './outgoing.ts'

/*
 * Messages past all streams. They have no history, so there is nothing to append: where a connection is, its id says,
 * and whether that node still goes by that id, the registry. If it does not, every node looks: one that had to take a
 * new id keeps its connections under their old ones.
 */

/** A message to one connection or to all of them, before it is known on which node that is. */
export type DirectMessage = Unaddressed<DirectDelivery>

/** What to tell connections of what one of our services published. Null: it is for a stream. */
export function directOf(event: SourceEvent): DirectMessage | null {
  const target = 'target' in event ? parseTarget(event.target) : null
  if (!('target' in event) || (target?.kind !== 'connection' && target?.kind !== 'broadcast')) return null
  const stream: DirectName = target.kind
  // Last, so that no publisher can name another stream or, over WebSocket, another event or an id to resume from.
  const data = JSON.stringify({
    ...event.data,
    ...{ id: undefined, event: undefined, at: event.at, stream: clientTargetName(target) },
  })
  return { id: event.id, to: target.kind === 'connection' ? target.connection : '*', stream, event: event.type, data }
}

/** What one call did, for metrics. */
export interface DirectDispatched extends Pick<Dispatched, 'messages' | 'records'> {
  /**
   * Messages to one connection whose node does not go by its id any more, so that every node looked. No flood: mostly the
   * connection is gone, and the registry is right about that.
   */
  readonly searches: number
}

/** Brings messages, in order, to the nodes that hold the connections. Fails as a whole, and may then be called again. */
export async function dispatchDirect(
  deps: { readonly registry: Pick<RegistryView, 'nodes'>; readonly writer: DeliveryWriter },
  messages: readonly DirectMessage[],
): Promise<DirectDispatched> {
  if (messages.length === 0) return { messages: 0, records: 0, searches: 0 }
  const toOne = messages.some(({ to }) => to !== '*')
  const nodes = new Map((toOne ? await deps.registry.nodes() : []).map(({ id, slot }) => [id, { node: id, slot }]))
  const addressed = messages.map((message) => ({ message, recipients: whereIs(message.to, nodes) }))
  const records = await deps.writer.send(addressed)
  const searches = addressed.filter(({ message, recipients }) => message.to !== '*' && recipients === 'everyone').length
  return { messages: messages.length, records, searches }
}

/** The node that a connection's id begins with, while it is live under that id; else any may have it. */
function whereIs(to: string, nodes: ReadonlyMap<string, NodeAddress>): Recipients {
  const [id = ''] = to.split('.', 1)
  const node = nodes.get(id)
  return node === undefined ? 'everyone' : [node]
}
