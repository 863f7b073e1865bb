/** As many price groups have a colour and a pattern of their own; the seventh looks like the first again. */
export const GROUP_COUNT = 6

/** What fills a free seat of a group: its plain colour, or the pattern that `TierPatterns` draws. */
export const fillOf = (group: number): string | undefined =>
  group % GROUP_COUNT === 0 ? undefined : `url(#tier-pattern-${group % GROUP_COUNT})`
