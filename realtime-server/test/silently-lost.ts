import type { TestViewer } from './viewer.ts'

/** Those of a show's versions that a viewer has not seen, unless it was told that something is lost. */
export function silentlyLost(viewer: TestViewer, versions: readonly number[]): number[] {
  if (viewer.events('reset').length > 0) return []
  const seen = new Set(viewer.soldSteps)
  return versions.filter((version) => !seen.has(version))
}
