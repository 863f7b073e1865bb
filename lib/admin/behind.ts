import type { Database } from '#lib/database/database.ts'

/**
 * How long ago the worker may have been through with everything: it looks every five seconds and needs two looks while
 * events come in, and one that is stopped for a new version is away for some.
 */
const USUAL_MS = 30_000

/** What is known of a topic's events may end here; null when nothing is known. */
export interface Behind {
  readonly workedTo: string | null
}

/**
 * Whether events may be missing in what pages say, since those who work them are behind or do not run. Pure.
 * @param workedToMs all events before this are worked; null when nobody has ever said
 * @returns undefined when none is missing for longer than anybody would notice
 */
export function behindOf(workedToMs: number | null, nowMs: number): Behind | undefined {
  if (workedToMs === null) return { workedTo: null }
  return nowMs - workedToMs > USUAL_MS ? { workedTo: new Date(workedToMs).toISOString() } : undefined
}

/** Everything of a topic before this a group of the worker's has worked, of all resellers; null when it has not said. */
export async function readWorkedTo(
  { workedTopic }: Pick<Database, 'workedTopic'>,
  groupId: string,
  topic: string,
): Promise<number | null> {
  const row = await workedTopic.findUnique({ where: { groupId_topic: { groupId, topic } } })
  return row?.workedTo.getTime() ?? null
}
