import { z } from 'zod'

/** How to read a topic: events of these types have this shape, and other types are somebody else's business. */
export interface EventReader<T> {
  readonly types: readonly string[]
  readonly schema: z.ZodType<T>
}

/** One record, read. */
export interface EventRecord<T> {
  readonly topic: string
  readonly partition: number
  readonly offset: string
  readonly key: string | null
  readonly event: T
}

/** What became of a record's bytes: an event, something of an unknown type to pass over, or unreadable for a reason. */
export type Decoded<T> = { event: T } | { unknownType: string } | { unreadable: string }

const Envelope = z.object({ type: z.string() })
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Decides what a record's value is. Never throws: the reason is in the result. */
export function decodeEvent<T>(value: Uint8Array | null, reader: EventReader<T>): Decoded<T> {
  if (value === null) return { unreadable: 'has no value' }
  let json: unknown
  try {
    json = JSON.parse(utf8.decode(value))
  } catch (error) {
    return { unreadable: `is not JSON in UTF-8: ${(error as Error).message}` }
  }
  const envelope = Envelope.safeParse(json)
  if (!envelope.success) return { unreadable: 'has no `type`' }
  if (!reader.types.includes(envelope.data.type)) return { unknownType: envelope.data.type }
  const result = reader.schema.safeParse(json)
  if (result.success) return { event: result.data }
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  return { unreadable: faults.slice(0, 10).join('; ') }
}
