import { z } from 'zod'
import { EventId, Instant } from './ids.ts'
import { MESSAGES, type MessageEvent } from './message.ts'
import { parseStream } from './stream.ts'

const EventName = z.enum(Object.keys(MESSAGES) as [MessageEvent, ...MessageEvent[]])

/**
 * What anyone may publish on `realtime.messages` (key = stream), through the emitter. `id` makes it idempotent.
 * `data` is the message without `stream` and `at`, which the dispatcher adds.
 */
export const PublishedMessage = z
  .object({
    id: EventId,
    type: EventName,
    at: Instant,
    /** A stream's full name. */
    target: z.string().min(1).max(200),
    data: z.record(z.string(), z.unknown()),
  })
  .superRefine(({ type, at, target, data }, context) => {
    if (parseStream(target) === null) {
      context.addIssue({ code: 'custom', path: ['target'], message: 'is not the full name of a stream' })
    }
    const message = MESSAGES[type].safeParse({ ...data, at, stream: target })
    for (const issue of message.error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: ['data', ...issue.path], message: issue.message })
    }
  })

/**
 * One record of `realtime.deliveries`: a message and the nodes of that slot that must hand it to their viewers.
 * `nodes` is `*` when the registry could not be trusted: then every node of the slot looks.
 */
export const Delivery = z.object({
  /**
   * Cursor id `<epoch>-<ms>-<seq>`. Absent: the message is true only now and stands in no history; it goes to whoever
   * follows the stream, once, and moves no position.
   */
  id: z.string().min(5).max(80).optional(),
  /** The message right before it on its stream, so that a node sees when it has not got that one; absent on the first. */
  previous: z.string().min(5).max(80).optional(),
  stream: z.string().min(1).max(200),
  event: z.string().min(1).max(60),
  /** The JSON text that becomes the `data:` line, serialised once by the dispatcher. */
  data: z.string().max(262_144),
  /** The show's version after this message, for streams that have one. */
  version: z.int().min(0).optional(),
  nodes: z.union([z.literal('*'), z.array(z.string().min(1).max(64)).min(1)]),
})

/** A node's probe in its own slot: read back, it proves that the node hears its slot before it registers. */
export const Probe = z.object({ probe: z.string().min(1).max(80) })

export type PublishedMessage = z.infer<typeof PublishedMessage>
export type Delivery = z.infer<typeof Delivery>
