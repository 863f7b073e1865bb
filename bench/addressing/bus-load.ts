import type { Addressed } from '#realtime/bus/bus.ts'
import type { Addressing } from '#realtime/bus/bus-config.ts'
import { bySlot } from '#realtime/bus/by-slot.ts'
import { channelRecords } from '#realtime/bus/redis/channels.ts'
import type { NodeAddress } from '#realtime/registry/registry.ts'

/** What messages are on a bus, and what they are to those who read it. */
export interface BusLoad {
  /** Records written, and their bytes. */
  readonly records: number
  readonly writtenBytes: number
  /** What all nodes together read: a record as often as somebody reads it. */
  readonly reads: number
  readonly readBytes: number
  /** Of those, read by a node that holds no viewer of it. */
  readonly dropped: number
}

/** Who reads a record: everybody, a slot's nodes, or one node. */
interface BusRecord {
  readonly bytes: number
  readonly readers: readonly NodeAddress[]
}

/**
 * What one message is on a bus, by the functions that production code makes its records with. Reading is reckoned and not
 * watched: hundreds of readers on one machine would be what is measured.
 * @param nodes all there are
 * @param holders the ids of those that hold viewers of the message's stream
 */
export function busLoad(
  addressed: Addressed,
  bus: { readonly kind: 'kafka' | 'redis'; readonly addressing: Addressing; readonly slots: number },
  nodes: readonly NodeAddress[],
  holders: ReadonlySet<string>,
): BusLoad {
  const records = bus.kind === 'kafka' ? kafkaRecords(addressed, bus, nodes) : redisRecords(addressed, bus, nodes)
  const readers = records.flatMap((record) => record.readers)
  return {
    records: records.length,
    writtenBytes: records.reduce((sum, { bytes }) => sum + bytes, 0),
    reads: readers.length,
    readBytes: records.reduce((sum, record) => sum + record.bytes * record.readers.length, 0),
    dropped: readers.filter(({ node }) => !holders.has(node)).length,
  }
}

function kafkaRecords(
  addressed: Addressed,
  { addressing, slots }: { readonly addressing: Addressing; readonly slots: number },
  nodes: readonly NodeAddress[],
): BusRecord[] {
  if (addressing === 'broadcast') return [{ bytes: bytesOf({ ...addressed.message, nodes: '*' }), readers: nodes }]
  return bySlot(addressed, slots).map(({ slot, delivery }) => ({
    bytes: bytesOf(delivery),
    readers: nodes.filter((node) => node.slot === slot),
  }))
}

function redisRecords(
  addressed: Addressed,
  { addressing }: { readonly addressing: Addressing },
  nodes: readonly NodeAddress[],
): BusRecord[] {
  return channelRecords(addressed, { name: 'rt', addressing }).map(({ channel, payload }) => ({
    bytes: Buffer.byteLength(payload),
    readers: channel === 'rt.all' ? nodes : nodes.filter(({ node }) => channel === `rt.node.${node}`),
  }))
}

const bytesOf = (value: object): number => Buffer.byteLength(JSON.stringify(value))
