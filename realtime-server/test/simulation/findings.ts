import { parseCursor } from '../../cursor.ts'

/*
 * What a viewer was owed, compared with what it got. Pure: a run leaves logs behind, and this reads them.
 */

/** Something that was announced on a stream; its place in the list is when. */
export interface Announced {
  readonly eventId: string
  readonly stream: string
  /** Where it came from: order is promised per source and stream. */
  readonly source: string
  readonly version?: number
  /** How often Redis had been emptied by then. */
  readonly life: number
  /** Ids under which it was appended: several when Redis was emptied and a dispatcher did its work again. */
  readonly ids: Set<string>
}

/** `life`: how often Redis had been emptied by then. */
export interface Follows {
  readonly kind: 'follows'
  readonly announced: number
  readonly life: number
  readonly version?: number | undefined
}

/** How long after everything was repaired what is public may still look as it did before. */
export const STALE_MS = 5_000
/** And how long something may be missing without a word. */
export const SILENT_MS = 10_000

/** What happened to one viewer on one stream, oldest first. `announced` counts what had been announced by then. */
export type Note =
  /** Follows from here on, with a page that shows everything announced so far, or at least `version`. */
  | Follows
  /** On another connection now, with nothing forgotten. */
  | { readonly kind: 'resumes' }
  /** Told to fetch anew: the page shows everything announced so far. */
  | { readonly kind: 'reset'; readonly announced: number }
  /** A message, and the events that it told of. */
  | { readonly kind: 'message'; readonly id: string; readonly eventIds: readonly string[] }
  | { readonly kind: 'leaves' }
  /** So long ago everything was repaired. */
  | { readonly kind: 'healed'; readonly agoMs: number }

/**
 *   missed        never came, and the viewer was never told
 *   stale         came, or the viewer was told, later than {@link STALE_MS} allows what is public
 *   silent        the same, later than {@link SILENT_MS} allows anything
 *   misdelivered  belongs to another stream, or to none: nobody announced it
 */
export type Fault = 'missed' | 'stale' | 'silent' | 'twice' | 'out of order' | 'misdelivered'

export interface Finding {
  readonly fault: Fault
  readonly viewer: string
  readonly stream: string
  readonly eventId: string
}

/** Everything that went wrong for one viewer on one stream. */
export function findFaults(
  viewer: string,
  stream: string,
  notes: readonly Note[],
  announced: readonly Announced[],
): Finding[] {
  const finding = (fault: Fault) => (eventId: string) => ({ fault, viewer, stream, eventId })
  const never = missed(notes, announced, stream)
  const late = (afterMs: number) => {
    const then = notes.findIndex((note) => note.kind === 'healed' && note.agoMs >= afterMs)
    const owed = then < 0 ? [] : missed(notes.slice(0, then), announced, stream)
    return owed.filter((eventId) => !never.includes(eventId))
  }
  return [
    ...never.map(finding('missed')),
    ...(isPublic(stream) ? late(STALE_MS) : []).map(finding('stale')),
    ...late(SILENT_MS).map(finding('silent')),
    ...misdelivered(notes, announced, stream).map(finding('misdelivered')),
    ...connectionsOf(notes).flatMap((ids) => [
      ...twice(ids).map(finding('twice')),
      ...disordered(ids, announced).map(finding('out of order')),
    ]),
  ]
}

/** Owed, not received, and not made good by a later reset. */
function missed(notes: readonly Note[], announced: readonly Announced[], stream: string): string[] {
  const received = new Set(notes.flatMap((note) => (note.kind === 'message' ? note.eventIds : [])))
  let owed: (readonly [index: number, eventId: string])[] = []
  for (const note of notes) {
    if (note.kind === 'follows') {
      owed = announced.flatMap((one, i) => (one.stream === stream && isOwed(one, i, note) ? [[i, one.eventId]] : []))
    } else if (note.kind === 'reset') owed = owed.filter(([index]) => index >= note.announced)
    else if (note.kind === 'leaves') owed = []
  }
  return owed.map(([, eventId]) => eventId).filter((eventId) => !received.has(eventId))
}

const isPublic = (stream: string): boolean => stream.startsWith('public.')

function misdelivered(notes: readonly Note[], announced: readonly Announced[], stream: string): string[] {
  const ours = new Set(announced.flatMap((one) => (one.stream === stream ? [one.eventId] : [])))
  return notes.flatMap((note) => (note.kind === 'message' ? note.eventIds : [])).filter((eventId) => !ours.has(eventId))
}

/**
 * A page is as old as `ready` allows: where a version was given it shows that one and perhaps nothing newer. What was
 * announced before Redis was emptied is too old for any page not to show it.
 */
function isOwed(one: Announced, index: number, from: Follows): boolean {
  if (index >= from.announced) return true
  if (one.version === undefined || from.version === undefined) return false
  return one.life === from.life && one.version > from.version
}

type Received = { readonly id: string; readonly eventIds: readonly string[] }

/** What was received on each connection. */
function connectionsOf(notes: readonly Note[]): Received[][] {
  const connections: Received[][] = [[]]
  for (const note of notes) {
    if (note.kind === 'message') connections.at(-1)?.push(note)
    else if (note.kind !== 'reset' && note.kind !== 'healed') connections.push([])
  }
  return connections
}

/** The same id again, or the same event under another id of one epoch; a new epoch has forgotten what was appended. */
function twice(received: readonly Received[]): string[] {
  const seen = new Set<string>()
  return received.flatMap(({ id, eventIds }) => {
    const copy = seen.has(id)
    seen.add(id)
    return eventIds.filter((eventId) => {
      const key = `${eventId} in ${parseCursor(id)?.epoch}`
      const again = copy || seen.has(key)
      seen.add(key)
      return again
    })
  })
}

/**
 * Ids grow on every stream, and so do the places of what one source announced, but for what was appended again when
 * Redis had forgotten it.
 */
function disordered(received: readonly Received[], announced: readonly Announced[]): string[] {
  const places = new Map(announced.map((one, place) => [one.eventId, { ...one, place }]))
  const events = received.flatMap(({ id, eventIds }) => eventIds.map((eventId) => ({ id, eventId })))
  return events.flatMap(({ id, eventId }, i) => {
    const before = events.slice(0, i)
    const mine = places.get(eventId)
    const overtaken = before.some((one) => {
      const other = places.get(one.eventId)
      return other?.source === mine?.source && other?.ids.size === 1 && (other?.place ?? 0) > (mine?.place ?? 0)
    })
    return (overtaken && mine?.ids.size === 1) || before.some((other) => isLater(other.id, id)) ? [eventId] : []
  })
}

function isLater(a: string, b: string): boolean {
  const [one, other] = [parseCursor(a), parseCursor(b)]
  if (!one || !other) return true
  if (one.epoch !== other.epoch) return one.epoch > other.epoch
  return one.ms - other.ms > 0 || (one.ms === other.ms && one.seq > other.seq)
}
