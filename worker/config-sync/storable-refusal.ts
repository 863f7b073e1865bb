import type { ConfigRefusal } from '#contracts/config-refusal.ts'

/*
 * What a refusal quotes comes from whoever made the fault: half a surrogate pair, a NUL. PostgreSQL takes neither in its
 * JSON, and no NUL in its text; a note that it refuses would be tried again for ever, and hold up everybody behind it.
 */

export const storableText = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd')

export const storableCause = (cause: ConfigRefusal): ConfigRefusal =>
  JSON.parse(JSON.stringify(cause), (_, value) => (typeof value === 'string' ? storableText(value) : value))
