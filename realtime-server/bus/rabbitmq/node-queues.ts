import type { ConfirmChannel } from 'amqplib'
import type { QueueKind } from './routing.ts'

/**
 * What a queue holds at most, in bytes of its records, for a node that does not keep up. A full queue drops its oldest
 * record and says so; refusing the newest instead would make one slow node everybody's trouble.
 *
 * public: about 8,000 sales, eight seconds at 1,000 a second, which is more than a node's lease: a node that was away
 * longer reads history in any case, and reads at most 300 messages of a stream there.
 * private: four times that. Records are of the same size and rarer, and a person's order is worth the memory; with both
 * full, a hundred stuck nodes take 2 GB of the server's memory.
 */
const QUEUE_BYTES: Readonly<Record<QueueKind, number>> = { public: 4 * 1024 * 1024, private: 16 * 1024 * 1024 }

/** The names of a node's queues, and the channel that they live on. */
export interface NodeQueues extends Readonly<Record<QueueKind | 'lost', string>> {
  readonly channel: ConfirmChannel
}

/**
 * Makes a node's queues. They are this connection's alone and go with it, so nobody has to clean up, and a name is
 * never used twice: the server may take seconds to notice that the last connection is dead.
 * A third queue, of one record, gets what the other two had to drop: whatever it brings, something was lost.
 */
export async function declareQueues(channel: ConfirmChannel, prefix: string): Promise<NodeQueues> {
  const queues = { channel, public: `${prefix}.public`, private: `${prefix}.private`, lost: `${prefix}.lost` }
  const ours = { exclusive: true, autoDelete: true, durable: false }
  await channel.assertQueue(queues.lost, { ...ours, arguments: { 'x-max-length': 1, 'x-overflow': 'drop-head' } })
  for (const kind of ['public', 'private'] as const) {
    await channel.assertQueue(queues[kind], {
      ...ours,
      arguments: {
        'x-max-length-bytes': QUEUE_BYTES[kind],
        'x-overflow': 'drop-head',
        'x-dead-letter-exchange': '',
        'x-dead-letter-routing-key': queues.lost,
      },
    })
  }
  return queues
}
