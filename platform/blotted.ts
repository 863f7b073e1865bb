import { sqlState } from './sql-state.ts'

/** Names of fields that carry what opens something, in small letters. */
const SECRETS: ReadonlySet<string> = new Set([
  ...['authorization', 'proxy-authorization', 'cookie', 'cookies', 'set-cookie'],
  ...['key', 'password', 'secret', 'token'],
  // What a Redis client has on the errors of a command; AUTH's is the password.
  'args',
])
const CENSOR = '[secret]'
const UNWRITABLE = '[unwritable]'
/** Deeper than anything we log on purpose. */
const DEPTH = 10
/** Entries of one object or list, and objects in all: errors may hold on to half a program, and a line is read by people. */
const ENTRIES = 200
const OBJECTS = 500

/** What errors keep out of sight of whoever lists their fields, by its name in a line. */
const OF_ERRORS: Readonly<Record<string, string>> = {
  ...{ message: 'message', stack: 'stack', cause: 'cause', aggregateErrors: 'errors' },
}

/** Where a value stands: what it is inside of, and how many objects may still come. */
interface Place {
  readonly around: readonly object[]
  readonly budget: { objects: number }
}

/**
 * A copy of what is to be logged, without secrets wherever they stand in it. Errors become objects that say what they are,
 * why, and what they carry; what is nested too deep, too much, or within itself, is left out, and so is what cannot be
 * read. Never throws: whoever logs has trouble enough.
 */
export function blotted(object: object): Record<string, unknown> {
  try {
    return copyOf(object, { around: [object], budget: { objects: OBJECTS } })
  } catch {
    return { unwritable: UNWRITABLE }
  }
}

/** @param within the place of what is in this object */
function copyOf(object: object, within: Place): Record<string, unknown> {
  const entries: [string, unknown][] = []
  for (const name in object) {
    if (entries.length === ENTRIES) break
    if (!Object.hasOwn(object, name)) continue
    entries.push([name, SECRETS.has(name.toLowerCase()) ? CENSOR : entryOf(object, name, within)])
  }
  return Object.fromEntries(entries)
}

/** One that cannot be read costs itself and nothing beside it. */
function entryOf(object: object, name: PropertyKey, within: Place): unknown {
  try {
    return inside((object as Record<PropertyKey, unknown>)[name], within)
  } catch {
    return UNWRITABLE
  }
}

function inside(value: unknown, { around, budget }: Place): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (around.includes(value)) return '[within itself]'
  if (around.length >= DEPTH || budget.objects <= 0) return '[left out]'
  budget.objects -= 1
  const within = { around: [...around, value], budget }
  // Before `toJSON`: a buffer's makes a list of all that is in it.
  if (ArrayBuffer.isView(value)) return '[bytes]'
  if (Array.isArray(value))
    return Array.from({ length: Math.min(value.length, ENTRIES) }, (_, at) => entryOf(value, at, within))
  if (value instanceof Error) return errorCopy(value, within)
  // Dates, addresses and whatever else says by itself how it is written.
  if ('toJSON' in value && typeof value.toJSON === 'function') return inside(value.toJSON(), within)
  return copyOf(value, within)
}

function errorCopy(error: Error, within: Place): Record<string, unknown> {
  if (String(error.name).startsWith('PrismaClient')) return prismaErrorCopy(error)
  const said = Object.entries(OF_ERRORS)
    .filter(([, field]) => field in error)
    .map(([name, field]) => [name, entryOf(error, field, within)] as const)
  const whatItIs = { type: entryOf(error.constructor, 'name', within), ...Object.fromEntries(said) }
  // First in the line, and a field of the same name does not replace it.
  return { ...whatItIs, ...copyOf(error, within), ...whatItIs }
}

/**
 * Prisma's messages, and what PostgreSQL adds to them, show what was to be written, addresses included. So of its errors
 * only what they are called and where they came from is told; the message is the first lines of the stack, too.
 */
function prismaErrorCopy(error: Error): Record<string, unknown> {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ +at /.test(line))
  const { code } = error as { code?: unknown }
  return { type: error.name, code, sqlState: sqlState(error), stack: frames.join('\n') }
}
