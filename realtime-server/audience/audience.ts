/*
 * How many browsers have a show before their users' eyes, over all nodes. Each node counts its own share exactly and
 * reports what changed; whoever sums takes the shows that are due, and no two take the same. The data stands beside the
 * registry's, whose leases say which shares count:
 *   rt:viewers:<showId>    hash: node → its share; `#told`, `#toldAt`: the last sum that was told, and when (ms); `#summedAt`
 *   rt:viewers-due         sorted set: showId → when its shares are summed next (ms)
 *   rt:viewers-of:<node>   set of the shows in which the node has a share
 *   rt:viewers-nodes       set of the nodes that have shares, so that those of dead ones are found
 * A show stays in `rt:viewers-due` for as long as it has a hash; so nothing is left behind, and nothing needs an expiry.
 */

/** One node's part of a show's audience: connections whose client said that the show is visible. */
export interface Share {
  readonly showId: string
  readonly count: number
}

/** A show's audience as it was summed just now. */
export interface Tally {
  readonly showId: string
  readonly count: number
  /** What its viewers were told last, and how long ago; null when they never were. */
  readonly told: { readonly count: number; readonly agoMs: number } | null
}

/** Shows that were due. */
export interface Taken {
  readonly tallies: readonly Tally[]
  /** Whether others may be due still, though these were none: a show that nobody has to be told of is forgotten. */
  readonly more: boolean
}

/** Where shares are put together. Every method may be repeated. */
export interface Audience {
  /** Replaces the node's shares in these shows; 0 takes one away. The shows become due. */
  report(node: string, shares: readonly Share[]): Promise<void>
  /**
   * Takes at most `limit` of the shows that are due, those that wait longest, and sums the shares of live nodes. They are
   * due again when a share changes, not sooner than {@link SUM_EVERY_MS}, and after {@link RENEW_MS} in any case. A show
   * that has no shares, and whose viewers know of none, is forgotten and not handed out. None are taken while nodes may
   * not have reported everything yet: a sum that is too small would be a lie.
   */
  takeDue(limit: number): Promise<Taken>
  /** Remembers what viewers were told. */
  told(tallies: readonly Tally[]): Promise<void>
}

/** A show that everybody opens at once is not summed and told with every beat of every node. */
export const SUM_EVERY_MS = 2_000

/** What is told is repeated this often while anybody looks: browsers drop a count that nobody renewed for a minute. */
export const RENEW_MS = 30_000

/** Below twenty everybody counts; above, one in twenty is what people can tell apart. */
const NOTEWORTHY = 0.05

/** Whether viewers are told: the count changed enough, or what they know is getting old. */
export function isWorthTelling({ count, told }: Tally): boolean {
  if (told === null) return count > 0
  if (told.agoMs >= RENEW_MS) return count > 0 || told.count > 0
  return Math.abs(count - told.count) >= Math.max(1, NOTEWORTHY * told.count)
}
