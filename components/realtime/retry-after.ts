/** Longer than this is a mistake or an attack; a page would rather ask again. */
const MAX_RETRY_AFTER_MS = 5 * 60_000

/** Reads a `Retry-After` header, seconds or an HTTP date; undefined when there is none that makes sense. */
export function parseRetryAfter(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined
  const text = header.trim()
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS) : undefined
}
