import { isRefusal } from '#components/api/problem-error.ts'

/** How asking for tickets stands; a query's state is one. Moments in milliseconds, 0 for never. */
export interface TicketsAsked {
  readonly dataUpdatedAt: number
  readonly errorUpdatedAt: number
  readonly error: Error | null
  readonly fetchStatus: 'fetching' | 'paused' | 'idle'
}

/** What is said while there are no tickets to show. */
export type TicketsNews = 'ticketsLoading' | 'ticketsAway' | 'ticketsOffline' | 'unknownText'

/**
 * A query without data forgets its error whenever it tries again, so that it is the last moment of an error that counts:
 * what is said does not change with each try.
 */
export function ticketsNews({ dataUpdatedAt, errorUpdatedAt, error, fetchStatus }: TicketsAsked): TicketsNews {
  if (isNoReader(error)) return 'unknownText'
  if (fetchStatus === 'paused') return 'ticketsOffline'
  return errorUpdatedAt > dataUpdatedAt ? 'ticketsAway' : 'ticketsLoading'
}

/** Core makes tickets out within a second of confirming; until they are there we look again. */
const LOOK_AGAIN_MS = 1_500
/** Whoever is away is not brought back by asking faster. */
const LOOK_AGAIN_WHILE_AWAY_MS = 5_000

/** After which time to look again; false when there is no use in it. */
export function lookAgainMs(asked: TicketsAsked, count: number): number | false {
  if (count > 0 || isNoReader(asked.error)) return false
  return ticketsNews(asked) === 'ticketsLoading' ? LOOK_AGAIN_MS : LOOK_AGAIN_WHILE_AWAY_MS
}

/** This browser is not the buyer's any more. */
const isNoReader = (error: Error | null) => error !== null && isRefusal(error)
