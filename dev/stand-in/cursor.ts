import { z } from 'zod'

const Position = z.tuple([z.string(), z.string().max(60), z.string().max(80)])

/** A list position as an opaque text: the list's name and order, the sort value of the last item, its id. */
export const writeCursor = (list: string, [value, id]: readonly [string, string]): string =>
  Buffer.from(JSON.stringify([list, value, id])).toString('base64url')

/** @returns null when the text is not a cursor of this list: garbage, or one of another list or order. */
export function readCursor(list: string, text: string): [value: string, id: string] | null {
  try {
    const [of, value, id] = Position.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return of === list ? [value, id] : null
  } catch {
    return null
  }
}
