import type { z } from 'zod'
import { CLIENT_MESSAGES, type ClientMessage } from '#contracts/websocket.ts'

/** The longest message anybody has reason to send: 32 names of 120 characters, quoted, are 3,936 bytes. */
export const MESSAGE_LIMIT_BYTES = 4_096

/** What a client said; `unknown` is an event of the future, `malformed` is no message at all. */
export type Said = ClientMessage | 'unknown' | 'malformed'

/** Reads one text message. */
export function readClientMessage(text: string): Said {
  const said = parse(text)
  const event = typeof said === 'object' && said !== null && 'event' in said ? said.event : undefined
  if (typeof event !== 'string') return 'malformed'
  if (!Object.hasOwn(CLIENT_MESSAGES, event)) return 'unknown'
  const schema: z.ZodType<ClientMessage> = CLIENT_MESSAGES[event as ClientMessage['event']]
  return schema.safeParse(said).data ?? 'malformed'
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
