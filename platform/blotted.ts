import { stdSerializers } from 'pino'

/** Names of fields that carry what opens something, in small letters. */
const SECRETS: ReadonlySet<string> = new Set([
  ...['authorization', 'proxy-authorization', 'cookie', 'cookies', 'set-cookie'],
  ...['key', 'password', 'secret', 'token'],
])
const CENSOR = '[secret]'
/** Deeper than anything we log on purpose. */
const DEPTH = 10
/** Entries of one object or list, and objects in all: errors may hold on to half a program, and a line is read by people. */
const ENTRIES = 200
const OBJECTS = 500

/** Where a value stands: what it is inside of, and how many objects may still come. */
interface Place {
  readonly around: readonly object[]
  readonly budget: { objects: number }
}

/**
 * A copy of what is to be logged, without secrets wherever they stand in it. Errors become objects that say what they are;
 * what is nested too deep, too much, or within itself, is left out. Never throws: whoever logs has trouble enough.
 */
export function blotted(object: object): Record<string, unknown> {
  try {
    return copyOf(object, { around: [], budget: { objects: OBJECTS } })
  } catch {
    return { unwritable: Object.keys(object) }
  }
}

function copyOf(object: object, { around, budget }: Place): Record<string, unknown> {
  const place = { around: [...around, object], budget }
  const entries = Object.entries(object).slice(0, ENTRIES)
  return Object.fromEntries(
    entries.map(([name, value]) => [name, SECRETS.has(name.toLowerCase()) ? CENSOR : inside(value, place)]),
  )
}

function inside(value: unknown, place: Place): unknown {
  if (typeof value !== 'object' || value === null) return value
  const { around, budget } = place
  if (around.includes(value)) return '[within itself]'
  if (around.length >= DEPTH || budget.objects <= 0) return '[left out]'
  budget.objects -= 1
  const within = { around: [...around, value], budget }
  if (Array.isArray(value)) return value.slice(0, ENTRIES).map((one) => inside(one, within))
  if (value instanceof Error) return copyOf(stdSerializers.err(value), within)
  // Dates, addresses and whatever else says by itself how it is written.
  if ('toJSON' in value && typeof value.toJSON === 'function') return inside(value.toJSON(), within)
  return copyOf(value, place)
}
