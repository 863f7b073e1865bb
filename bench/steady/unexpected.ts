/**
 * Lines that ended without having to: all that viewers saw end, but for those that nodes had rotated because they had been
 * open long enough. Never fewer than none: a line that is rotated while its viewer is on the way back is counted by its node alone.
 */
export const unexpectedCloses = (seenByViewers: number, rotatedByNodes: number): number =>
  Math.max(0, seenByViewers - rotatedByNodes)

/** What nodes count of the lines they ended, by reason, from the text of their /metrics. */
export function closesByReason(metrics: string): ReadonlyMap<string, number> {
  const lines = metrics.matchAll(/^realtime_connections_closed_total\{[^}]*reason="([^"]+)"[^}]*\} (\d+)/gm)
  return new Map([...lines].map(([, reason = '', count]) => [reason, Number(count)]))
}
