/** How much time a hold has, as it is read out. */
export interface SpokenTime {
  /** Begun minutes that are left. */
  readonly minutes: number
  /** When the hold ends, ISO 8601; later than before after an extension, in whichever tab. */
  readonly expiresAt: string
}

/**
 * What is new since it was read out last: there is more time, or another minute has passed. Null where nothing is; a
 * clock that was set right by a second may seem to go back a minute, and that is no news.
 */
export function timeNews(before: SpokenTime, now: SpokenTime): 'extended' | 'minute' | null {
  if (Date.parse(now.expiresAt) > Date.parse(before.expiresAt)) return 'extended'
  return now.minutes < before.minutes && now.minutes > 0 ? 'minute' : null
}
