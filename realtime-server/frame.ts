import { type Cursor, formatCursor } from './cursor.ts'
import { textFrame } from './ws-frame.ts'

/** A message ready for the wire: its bytes are made once per transport and shared by every viewer. */
export interface Frame {
  /** Null for what stands in no history: then the client's position stays where it is. */
  readonly cursor: Cursor | null
  readonly sse: Buffer
  readonly ws: Buffer
}

/** What goes into a frame; `data` is one line of JSON, an object. */
export interface FrameFields {
  readonly cursor: Cursor | null
  readonly event: string
  readonly data: string
}

export const makeFrame = (fields: FrameFields): Frame => new LazyFrame(fields)

/** On most nodes most viewers have one transport: the bytes of the other are made when somebody needs them. */
class LazyFrame implements Frame {
  readonly cursor: Cursor | null
  readonly #fields: { id?: string; event: string; data: string }
  #sse: Buffer | undefined
  #ws: Buffer | undefined

  constructor({ cursor, event, data }: FrameFields) {
    this.cursor = cursor
    this.#fields = { ...(cursor === null ? {} : { id: formatCursor(cursor) }), event, data }
  }

  get sse(): Buffer {
    this.#sse ??= Buffer.from(formatEvent(this.#fields))
    return this.#sse
  }

  get ws(): Buffer {
    this.#ws ??= textFrame(formatMessage(this.#fields))
    return this.#ws
  }
}

/** One event as a WebSocket's message: the JSON of `data` with `event`, and `id` if there is one, put in front. */
export function formatMessage({ id, event, data }: { id?: string; event: string; data: string }): string {
  const front = JSON.stringify(id === undefined ? { event } : { id, event })
  const fields = data.slice(data.indexOf('{') + 1).trimStart()
  return `${front.slice(0, -1)}${fields.startsWith('}') ? '' : ','}${fields}`
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
