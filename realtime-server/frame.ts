import { type Cursor, formatCursor } from './cursor.ts'

/** A message ready for the wire: its SSE bytes are made once and shared by every viewer. */
export interface Frame {
  /** Null for a message that stands in no history. */
  readonly cursor: Cursor | null
  readonly sse: Buffer
}

/** What goes into a frame; `data` is one line of JSON. */
export interface FrameFields {
  readonly cursor: Cursor | null
  readonly event: string
  readonly data: string
}

export function makeFrame({ cursor, event, data }: FrameFields): Frame {
  const id = cursor === null ? {} : { id: formatCursor(cursor) }
  return { cursor, sse: Buffer.from(formatEvent({ ...id, event, data })) }
}

/**
 * One event of `text/event-stream`. Line breaks would start a new field, so `event` and `id` lose them and `data` is
 * spread over several `data:` lines, which is how the format carries them.
 */
export function formatEvent(fields: { id?: string; event: string; data: string }): string {
  const id = fields.id === undefined ? '' : `id: ${oneLine(fields.id)}\n`
  const data = fields.data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`)
  return `${id}event: ${oneLine(fields.event)}\n${data.join('')}\n`
}

/** A comment: keeps the connection from looking idle to whatever stands between, and is invisible to EventSource. */
export const formatComment = (text = ''): string => `: ${oneLine(text)}\n\n`

/** How long a client waits before it comes back, in milliseconds. */
export const formatRetry = (retryMs: number): string => `retry: ${Math.round(retryMs)}\n\n`

const oneLine = (text: string): string => text.replace(/[\r\n\0]/g, '')
