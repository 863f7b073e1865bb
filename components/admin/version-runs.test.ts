import { expect, it } from 'vitest'
import type { Version } from '#lib/admin/versions.ts'
import { versionRuns } from './version-runs.ts'

/** `9 draft Ada`: a version, its status and who saved it. */
const line = (text: string) => {
  const [version, status, createdBy = ''] = text.split(' ')
  return { version: Number(version), status: status as Version['status'], createdBy }
}
const runsOf = (...lines: string[]) =>
  versionRuns(lines.map(line), 3).map(({ last, steps }) => [last.version, ...steps.map(({ version }) => version)])

it.each<[string, string[], number[][]]>([
  ['nothing', [], []],
  ['a lone draft', ['9 draft Ada'], [[9]]],
  ['drafts of one person as one', ['9 draft Ada', '8 draft Ada', '7 draft Ada'], [[9, 8, 7]]],
  ['drafts of two people as two', ['9 draft Ada', '8 draft Sam', '7 draft Ada'], [[9], [8], [7]]],
  ['what is live here for itself', ['4 draft Ada', '3 draft Ada', '2 draft Ada'], [[4], [3], [2]]],
  ['what is on its way for itself', ['9 live Ada', '8 draft Ada', '7 draft Ada'], [[9], [8, 7]]],
  [
    'what was live for itself',
    ['9 draft Ada', '8 superseded Ada', '7 superseded Ada', '6 draft Ada'],
    [[9], [8], [7], [6]],
  ],
])('shows %s', (_, lines, runs) => {
  expect(runsOf(...lines)).toEqual(runs)
})
