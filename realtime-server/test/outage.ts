/**
 * How long a server stays away in a test. As short as shows what is to be shown; `OUTAGE_SECONDS=60` before a release, which
 * is what the tier must withstand.
 */
export const outageMs = (shortestMs: number): number =>
  Math.max(shortestMs, 1_000 * Number(process.env.OUTAGE_SECONDS ?? 0))
