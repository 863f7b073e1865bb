import type { Item } from '#contracts/hold.ts'

/** Sales that are told together. */
export interface Bundle {
  readonly sales: number
  readonly items: readonly Item[]
  /** How many tickets of each tier that was named were left after the latest of them. */
  readonly remaining: Readonly<Record<string, number>>
}

/** With what somebody reads. */
export type Reader = 'pointer' | 'focus'

/** What the banner shows and until when, in milliseconds of one clock; while it is being read, that is for ever. */
export interface BannerState {
  readonly current: Bundle | null
  readonly sinceMs: number
  readonly untilMs: number
  /** Never without anything to read: what is gone tells nobody that the mouse has left it. */
  readonly readers: readonly Reader[]
  /** Nobody is told anything until this person wants to know again. */
  readonly paused: boolean
}

export const QUIET: BannerState = { current: null, sinceMs: 0, untilMs: 0, readers: [], paused: false }

/** Long enough to read a line twice. */
const SHOWN_MS = 6_000
/** A rush is told as one; after this long a new line begins, or it would never end. */
const LONGEST_MS = 14_000

/** A sale that is news: shown at once, or added to what is being shown. */
export function announced(state: BannerState, news: Bundle, nowMs: number): BannerState {
  if (state.paused) return state
  const running = state.current && nowMs < state.untilMs && nowMs < state.sinceMs + LONGEST_MS
  if (!running || !state.current) {
    const untilMs = shownUntilMs(state.readers, nowMs + SHOWN_MS)
    return { ...state, current: bundle(news), sinceMs: nowMs, untilMs }
  }
  const { current, sinceMs, untilMs } = state
  const merged = {
    sales: current.sales + news.sales,
    items: [...current.items, ...news.items],
    remaining: { ...current.remaining, ...news.remaining },
  }
  const wanted = Math.min(nowMs + SHOWN_MS, sinceMs + LONGEST_MS)
  return { ...state, current: merged, untilMs: Math.max(untilMs, wanted) }
}

/** Time passes. */
export function passed(state: BannerState, nowMs: number): BannerState {
  return state.current && nowMs >= state.untilMs ? gone(state) : state
}

/** Somebody reads it, with the mouse or the focus on it: it stays, and so does what is told in its place. */
export const held = (state: BannerState, reader: Reader): BannerState =>
  state.current ? { ...state, readers: [...others(state, reader), reader], untilMs: Number.POSITIVE_INFINITY } : state

/** They have gone on, unless the other of the two is still there. */
export function released(state: BannerState, reader: Reader, nowMs: number): BannerState {
  const readers = others(state, reader)
  return { ...state, readers, untilMs: shownUntilMs(readers, nowMs + SHOWN_MS / 2) }
}

export const dismissed = (state: BannerState): BannerState => gone(state)

export const paused = (state: BannerState): BannerState => ({ ...gone(state), paused: true })

export const resumed = (state: BannerState): BannerState => ({ ...state, paused: false })

const gone = (state: BannerState): BannerState => ({ ...state, current: null, readers: [] })

const others = ({ readers }: BannerState, reader: Reader): readonly Reader[] => readers.filter((one) => one !== reader)

const shownUntilMs = (readers: readonly Reader[], otherwiseMs: number): number =>
  readers.length > 0 ? Number.POSITIVE_INFINITY : otherwiseMs

const bundle = ({ sales, items, remaining }: Bundle): Bundle => ({ sales, items: [...items], remaining })
