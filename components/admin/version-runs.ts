import type { Version } from '#lib/admin/versions.ts'

type Line = Pick<Version, 'version' | 'status' | 'createdBy'>

/** Drafts that one person saved one after the other: the last of them, and the steps to it, newest first. */
export interface VersionRun<T extends Line> {
  readonly last: T
  readonly steps: readonly T[]
}

/**
 * Gathers drafts of one hand. The editor saves after each pause, so that an afternoon's work is dozens of versions, and
 * what it came to is the last. What was ever live, or is on its way, stands for itself.
 * @param lines newest first
 */
export function versionRuns<T extends Line>(lines: readonly T[], liveVersion: number | null): VersionRun<T>[] {
  const isDraft = ({ status, version }: Line) => status === 'draft' && version !== liveVersion
  const runs: { last: T; steps: T[] }[] = []
  for (const line of lines) {
    const run = runs.at(-1)
    if (run && isDraft(run.last) && isDraft(line) && run.last.createdBy === line.createdBy) run.steps.push(line)
    else runs.push({ last: line, steps: [] })
  }
  return runs
}
