import { z } from 'zod'
import { Instant } from './ids.ts'

/** Bytes that there were of what the letter has the beginning of. */
const WholeBytes = z.int().min(0).optional()

/** What stands on `<topic>.dead`: where the record was, why it could not be read, and its value as it was (base64 when not UTF-8). */
export const DeadLetter = z.object({
  id: z.string(),
  type: z.literal('dead-letter'),
  at: Instant,
  topic: z.string(),
  partition: z.int(),
  offset: z.string(),
  reason: z.string().max(2000),
  key: z.string().nullable(),
  value: z.string().nullable(),
  encoding: z.enum(['utf8', 'base64']),
  /** Present when the record was too large for a letter. The whole is where `topic`, `partition` and `offset` say, as long as that keeps it. */
  cut: z.object({ key: WholeBytes, value: WholeBytes }).optional(),
})

export type DeadLetter = z.infer<typeof DeadLetter>
