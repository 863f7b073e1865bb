import type { Item } from '#contracts/hold.ts'

/** Sales that are told together. */
export interface Bundle {
  readonly sales: number
  readonly items: readonly Item[]
  /** How many tickets of each tier that was named were left after the latest of them. */
  readonly remaining: Readonly<Record<string, number>>
}

/** What the banner shows and until when, in milliseconds of one clock. */
export interface BannerState {
  readonly current: Bundle | null
  readonly sinceMs: number
  readonly untilMs: number
  /** Nobody is told anything until this person wants to know again. */
  readonly paused: boolean
}

export const QUIET: BannerState = { current: null, sinceMs: 0, untilMs: 0, paused: false }

/** Long enough to read a line twice. */
const SHOWN_MS = 6_000
/** A rush is told as one; after this long a new line begins, or it would never end. */
const LONGEST_MS = 14_000

/** A sale that is news: shown at once, or added to what is being shown. */
export function announced(state: BannerState, news: Bundle, nowMs: number): BannerState {
  if (state.paused) return state
  const running = state.current && nowMs < state.untilMs && nowMs < state.sinceMs + LONGEST_MS
  if (!running || !state.current) return { ...state, current: bundle(news), sinceMs: nowMs, untilMs: nowMs + SHOWN_MS }
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
  return state.current && nowMs >= state.untilMs ? { ...state, current: null } : state
}

/** Somebody reads it, with the mouse or the focus on it: it stays. */
export const held = (state: BannerState): BannerState => ({ ...state, untilMs: Number.POSITIVE_INFINITY })

/** They have gone on. */
export const released = (state: BannerState, nowMs: number): BannerState => ({
  ...state,
  untilMs: nowMs + SHOWN_MS / 2,
})

export const dismissed = (state: BannerState): BannerState => ({ ...state, current: null })

export const paused = (state: BannerState): BannerState => ({ ...state, current: null, paused: true })

export const resumed = (state: BannerState): BannerState => ({ ...state, paused: false })

const bundle = ({ sales, items, remaining }: Bundle): Bundle => ({ sales, items: [...items], remaining })
