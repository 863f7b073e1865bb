/** Every wait of the browser client, in milliseconds or counts, and why it is that long. Tests pass shorter ones. */
export interface Timings {
  /** First bytes are promised at once; a tier that has not answered in ten seconds will not. */
  readonly headersMs: number
  /** The tier sends a comment every 20–25 s: a late one and a slow network fit, two missing ones do not. */
  readonly silenceMs: number
  /** First reconnect within half a second, so that a single cut is hardly seen. */
  readonly backoffBaseMs: number
  /**
   * Everybody is back within ten seconds of the tier. With full jitter that is five on average, so 10,000 browsers try
   * 2,000 times a second; a tier that cannot take this says `Retry-After`, which is obeyed beyond this cap.
   */
  readonly backoffCapMs: number
  /** After a 204, which means "do not come back": a tier may change its mind, but hears from us as rarely as this. */
  readonly unwantedMs: number
  /** A connection that dies sooner counts as a failure, or a node that drops at once would be hammered. */
  readonly stableMs: number
  /** Streams wanted within one render leave in one request. */
  readonly subscribeDelayMs: number
  /** A page change drops streams that the next page, or the way back, wants again. */
  readonly lingerMs: number
  /** How often a visible tab asks the leader for a sign of life; a hidden leader's own timers may run once a minute. */
  readonly pingMs: number
  /** The same while nothing arrives: the visible tab is then the clock by which a hidden leader reconnects. */
  readonly anxiousPingMs: number
  /** A leader that has been asked and stays mute this long is frozen or hung; another takes over. */
  readonly leaderAnswerMs: number
  /** Failures in a row after which pages poll: the third says that it was not one node's restart. */
  readonly pollAfterFailures: number
  /** Pages also poll when nothing was heard this long, whatever the reason. */
  readonly pollAfterMs: number
  /** A handover between tabs or an added stream takes less than this and is not shown. */
  readonly liveGraceMs: number
  /** The session request gates private streams only, never public ones for longer than this. */
  readonly identityTimeoutMs: number
}

export const TIMINGS: Timings = {
  headersMs: 10_000,
  silenceMs: 45_000,
  backoffBaseMs: 500,
  backoffCapMs: 10_000,
  unwantedMs: 30_000,
  stableMs: 5_000,
  subscribeDelayMs: 20,
  lingerMs: 3_000,
  pingMs: 10_000,
  anxiousPingMs: 1_000,
  leaderAnswerMs: 5_000,
  pollAfterFailures: 3,
  pollAfterMs: 6_000,
  liveGraceMs: 1_500,
  identityTimeoutMs: 3_000,
}
