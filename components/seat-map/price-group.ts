/** How many colours there are for price groups, and how many patterns. */
export const SIGN_COUNT = 6

/** Each colour in each pattern: no two of so many groups look alike. The next one looks like the first again. */
export const GROUP_COUNT = SIGN_COUNT * SIGN_COUNT

export interface GroupSign {
  readonly colour: number
  /** The first of them is plain. */
  readonly pattern: number
}

/** What a group is told by. A second round of colours comes with the patterns one further. */
export const signOf = (group: number): GroupSign => ({
  colour: group % SIGN_COUNT,
  pattern: (group + Math.floor(group / SIGN_COUNT)) % SIGN_COUNT,
})

/** What fills a free seat of a group: its plain colour, or the pattern that `TierPatterns` draws. */
export const fillOf = (group: number): string | undefined =>
  signOf(group).pattern === 0 ? undefined : `url(#tier-pattern-${group % GROUP_COUNT})`
