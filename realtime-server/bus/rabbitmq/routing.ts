import { DIRECT_NAMES } from '#contracts/target.ts'
import { chunks } from '../../chunks.ts'
import type { Addressed } from '../bus.ts'
import type { Addressing } from '../bus-config.ts'

/*
 * A topic exchange and two queues a node. Targeted, a record's routing keys are its nodes' addresses, or everybody's:
 *   <bus>.node.<id>.public|private     <bus>.all.public|private
 * In broadcast mode the key is the stream's own name, or `connection` and `broadcast` for what passes all streams, and
 * every node's queues take all of them.
 */

export const QUEUE_KINDS = ['public', 'private'] as const
/** Which of a node's queues: what everybody may see, or what is somebody's own. */
export type QueueKind = (typeof QUEUE_KINDS)[number]

/** One message to the exchange: it is put once into each queue that one of the keys leads to. */
export interface Publication {
  readonly keys: readonly string[]
  readonly body: string
}

/**
 * A record names its nodes, and all of them get the names of all. With so many the names weigh as much as a sale
 * (about 600 bytes); with more they would outweigh it, with fewer the broker would be sent the same sale more often.
 */
const NODES_PER_RECORD = 32

/** The queue of a stream, always the same one, so that its order holds. */
export const queueKindOf = (stream: string): QueueKind => (stream.startsWith('public.') ? 'public' : 'private')

export const nodeKey = (bus: string, node: string, kind: QueueKind): string => `${bus}.node.${node}.${kind}`

const everyonesKey = (bus: string, kind: QueueKind): string => `${bus}.all.${kind}`

/** What brings a message to its nodes; nothing where there are none. */
export function publicationsOf({ message, recipients }: Addressed, bus: string, addressing: Addressing): Publication[] {
  const kind = queueKindOf(message.stream)
  const publication = (keys: readonly string[], nodes: '*' | readonly string[]): Publication => ({
    keys,
    body: JSON.stringify({ ...message, nodes }),
  })
  if (addressing === 'broadcast') return [publication([message.stream], '*')]
  if (recipients === 'everyone') return [publication([everyonesKey(bus, kind)], '*')]
  const nodes = [...chunks(recipients, NODES_PER_RECORD)].map((some) => some.map(({ node }) => node))
  return nodes.map((some) =>
    publication(
      some.map((node) => nodeKey(bus, node, kind)),
      some,
    ),
  )
}

/** What a queue takes besides its node's own address, which changes with the node's id. */
export function sharedKeys(bus: string, kind: QueueKind, addressing: Addressing): string[] {
  if (addressing === 'targeted') return [everyonesKey(bus, kind)]
  return kind === 'public' ? ['public.#'] : ['private.#', 'staff.#', ...DIRECT_NAMES]
}
