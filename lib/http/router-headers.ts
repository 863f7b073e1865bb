import type { IncomingHttpHeaders } from 'node:http'

/**
 * Next takes a second of the processor for a tree of a thousand levels, which fits into a header, and none of our pages has
 * half as many as these: a level is a part of its path.
 */
const LEVELS_AT_MOST = 20

/**
 * Headers of Next's own router that Next would stumble over, with a long error in the log for every request: any stranger
 * may send them. Without them it renders what it would for its router's first question.
 */
export function oddRouterHeaders(headers: IncomingHttpHeaders): string[] {
  const prefetch = headers['next-router-prefetch']
  const tree = headers['next-router-state-tree']
  return [
    // 2 and 3 ask for what only cached components have, of which there are none here; the router never sends them.
    ...(prefetch === undefined || prefetch === '1' ? [] : ['next-router-prefetch']),
    ...(tree === undefined || isRouterState(tree) ? [] : ['next-router-state-tree']),
  ]
}

function isRouterState(header: string | string[]): boolean {
  try {
    return isState(JSON.parse(decodeURIComponent(String(header))), LEVELS_AT_MOST)
  } catch {
    return false
  }
}

/*
 * The shape that Next itself insists on (`flightRouterStateSchema`): segment, slots, and up to four things of the client's.
 * By hand, because zod passes over a slot that is called `__proto__`, and Next does not.
 */

function isState(value: unknown, levels: number): boolean {
  if (levels === 0 || !Array.isArray(value) || value.length < 2 || value.length > 6) return false
  const [segment, slots, url, marker, hints, ending] = value
  return (
    isSegment(segment) &&
    isSlots(slots, levels - 1) &&
    (isNone(url) || isTexts(url, 2)) &&
    (isNone(marker) || MARKERS.has(marker)) &&
    (isNone(hints) || typeof hints === 'number') &&
    (ending === undefined || typeof ending === 'string')
  )
}

const MARKERS: ReadonlySet<unknown> = new Set(['refetch', 'inside-shared-layout', 'metadata-only'])

/** Kinds of parameters in a path: one, many, optional ones, and those that an intercepting route takes. */
const PARAMETERS = /^(?:oc|[cd](?:i(?:\(\.\)|\(\.\.\)|\(\.\.\.\)|\(\.\.\)\(\.\.\)))?)$/

function isSegment(value: unknown): boolean {
  if (typeof value === 'string') return true
  if (!Array.isArray(value) || value.length !== 4) return false
  const [name, key, kind, siblings] = value
  return isTexts([name, key, kind], 3) && PARAMETERS.test(kind) && (siblings === null || isTexts(siblings))
}

const isSlots = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((state) => isState(state, levels))

const isNone = (value: unknown): boolean => value === undefined || value === null

const isTexts = (value: unknown, length?: number): boolean =>
  Array.isArray(value) &&
  (length === undefined || value.length === length) &&
  value.every((one) => typeof one === 'string')
