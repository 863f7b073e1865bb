import { z } from 'zod'

/*
 * Text that people and programs may send us. PostgreSQL takes no NUL, and its JSON no half of a surrogate pair: what has one
 * has to be refused where it enters, or it comes back as a database that seems to be away, and is sent again for ever.
 */

/** Whether text can be kept, as text and in JSON. */
export const isKeepable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

const NO_CONTROLS = /^(?:[^\p{Cc}]|[\t\n\r])*$/u

/** New free text: without control characters that nobody types or sees. Line breaks and tabs come along with what is pasted. */
export const SafeText = z
  .string()
  .refine((text) => text.isWellFormed() && NO_CONTROLS.test(text), 'has characters that cannot be shown')

/** The paths of all texts in a JSON value that cannot be kept. */
export function unkeepableIn(value: unknown, path: readonly PropertyKey[] = []): PropertyKey[][] {
  if (typeof value === 'string') return isKeepable(value) ? [] : [[...path]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => unkeepableIn(inner, [...path, name]))
}
