import { z } from 'zod'
import { ConnectionId, EventId, Instant } from './ids.ts'
import { MESSAGES, type MessageEvent } from './message.ts'
import { clientTargetName, DIRECT_NAMES, mayCarry, parseTarget } from './target.ts'

const EventName = z.enum(Object.keys(MESSAGES) as [MessageEvent, ...MessageEvent[]])

/**
 * Bytes that the JSON of one message may have, in UTF-8. A viewer is sent a few hundred at a time; this is for the odd list.
 * With what a viewer may have waiting before it is held back (65,536) it stays 16 KB below where a viewer is cut (262,144),
 * so that no one message cuts anybody who keeps up, and alone it fits into a replay (200,000). A Kafka record (1,048,588)
 * has room for it, escaped once more, and for the names of thousands of nodes.
 */
export const DATA_BYTES = 180_000

/** Whether the JSON of a message is within {@link DATA_BYTES}. */
export const isWithinDataBytes = (json: string): boolean => Buffer.byteLength(json) <= DATA_BYTES

/**
 * Characters that it might have before decision 0130. Whoever writes keeps to {@link DATA_BYTES}; whoever reads takes these
 * until no dispatcher and no publisher of before that decision runs any more, and a day more: so long `realtime.messages`
 * keeps what they wrote.
 */
export const FORMER_DATA_LIMIT = 262_144

/** Whether readers take the JSON of a message. */
export const isReadableData = (json: string): boolean => json.length <= FORMER_DATA_LIMIT

const messageWithin = (fits: (json: string) => boolean, complaint: string) =>
  z
    .object({
      id: EventId,
      type: EventName,
      at: Instant,
      /** The full name of a stream, `connection.<id>` or `broadcast`. */
      target: z.string().min(1).max(200),
      data: z.record(z.string(), z.unknown()),
    })
    .superRefine(({ type, at, target, data }, context) => {
      const parsed = parseTarget(target)
      if (parsed === null) {
        context.addIssue({
          code: 'custom',
          path: ['target'],
          message: 'is neither a stream, a connection nor broadcast',
        })
      } else if (!mayCarry(parsed, type)) {
        context.addIssue({ code: 'custom', path: ['type'], message: `is not for ${clientTargetName(parsed)}` })
      }
      const message = MESSAGES[type].safeParse({ ...data, at, stream: target })
      for (const issue of message.error?.issues ?? []) {
        context.addIssue({ code: 'custom', path: ['data', ...issue.path], message: issue.message })
      }
      if (!fits(JSON.stringify({ ...data, at, stream: target }))) {
        context.addIssue({ code: 'custom', path: ['data'], message: complaint })
      }
    })

/**
 * What anyone may publish on `realtime.messages` (key = target), through the emitter. `id` makes it idempotent.
 * `data` is the message without `stream` and `at`, which the dispatcher adds; together they are at most
 * {@link DATA_BYTES}.
 */
export const PublishedMessage = messageWithin(isWithinDataBytes, `is more than ${DATA_BYTES} bytes`)

/** The same as the dispatcher reads it: as long as emitters allowed before, see {@link FORMER_DATA_LIMIT}. */
export const ReceivedMessage = messageWithin(isReadableData, `is more than ${FORMER_DATA_LIMIT} characters`)

/** What any record says, and to which nodes of its slot: `*` is every one, as when the registry could not be trusted. */
const record = {
  event: z.string().min(1).max(60),
  /** The JSON text that becomes the `data:` line, serialised once by the dispatcher. Only nodes parse it, who read. */
  data: z.string().max(FORMER_DATA_LIMIT).refine(isReadableData, `is more than ${FORMER_DATA_LIMIT} characters`),
  nodes: z.union([z.literal('*'), z.array(z.string().min(1).max(64)).min(1)]),
}

/** A message of a stream, in its place there, for the nodes that hold viewers of it. */
export const StreamDelivery = z.object({
  /**
   * Cursor id `<epoch>-<ms>-<seq>`. Absent: the message is true only now and stands in no history; it goes to whoever
   * follows the stream, once, and moves no position.
   */
  id: z.string().min(5).max(80).optional(),
  /** The message right before it on its stream, so that a node sees when it has not got that one; absent on the first. */
  previous: z.string().min(5).max(80).optional(),
  stream: z.string().min(1).max(200),
  /** The show's version after this message, for streams that have one. */
  version: z.int().min(0).optional(),
  to: z.never().optional(),
  ...record,
})

/** A message past all streams. It has no place in any history, so a node knows a copy by its publisher's id. */
export const DirectDelivery = z.object({
  id: EventId,
  /** One connection, whichever node holds it, or `*`, every one. */
  to: z.union([z.literal('*'), ConnectionId]),
  /** As clients see it. */
  stream: z.enum(DIRECT_NAMES),
  ...record,
})

/** One record of `realtime.deliveries`. `to` tells the two apart. */
export const Delivery = z.union([StreamDelivery, DirectDelivery])

/** A node's probe in its own slot: read back, it proves that the node hears its slot before it registers. */
export const Probe = z.object({ probe: z.string().min(1).max(80) })

export type PublishedMessage = z.infer<typeof PublishedMessage>
export type StreamDelivery = z.infer<typeof StreamDelivery>
export type DirectDelivery = z.infer<typeof DirectDelivery>
export type Delivery = StreamDelivery | DirectDelivery
