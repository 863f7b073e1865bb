import { describe, expect, test } from 'vitest'
import { type Announced, findFaults, type Note, SILENT_MS, STALE_MS } from './findings.ts'

const SHOW = 'public.show.42'
const OLD = '0mubbs7i8aaaa'
const NEW = '0mubbs7i9aaaa'

/** Sales 1, 2, 3 …: `e1` is version 1. */
const sale = (n: number, more: Partial<Announced> = {}): Announced => ({
  ...{ eventId: `e${n}`, stream: SHOW, source: 'tickets', version: n, life: 0, ids: new Set([`${OLD}-${n}-0`]) },
  ...more,
})
const notice = (n: number): Announced => {
  const { version: _, ...rest } = sale(n, { source: 'messages' })
  return rest
}
const follows = (announced: number, version?: number, life = 0): Note => ({ kind: 'follows', announced, life, version })
const got = (n: number, epoch = OLD, place = n): Note => ({
  kind: 'message',
  id: `${epoch}-${place}-0`,
  eventIds: [`e${n}`],
})
/** One message that tells of several sales; its place is that of the last. */
const merged = (from: number, to: number, place = to): Note => ({
  kind: 'message',
  id: `${OLD}-${place}-0`,
  eventIds: Array.from({ length: to - from + 1 }, (_, i) => `e${from + i}`),
})
const reset = (announced: number): Note => ({ kind: 'reset', announced })
const healed = (agoMs: number): Note => ({ kind: 'healed', agoMs })

const faults = (notes: readonly Note[], announced = [sale(1), sale(2), sale(3)], stream = SHOW) =>
  findFaults('viewer', stream, notes, announced).map(({ fault, eventId }) => `${fault} ${eventId}`)

describe('nothing is wrong', () => {
  test.each<[string, Note[], Announced[]?]>([
    ['with who got everything', [follows(0), got(1), got(2), got(3)]],
    ['with who got them merged', [follows(0), got(1), merged(2, 3)]],
    ['with who has a page of the middle of what was merged', [follows(2, 2), merged(2, 3)]],
    ['with who came late', [follows(2), got(3)]],
    ['with who has a page of version 2', [follows(2, 2), got(3)]],
    ['with who got more than was owed', [follows(3), got(2), got(3)]],
    ['with who left', [follows(0), got(1), { kind: 'leaves' }]],
    ['with who was told to fetch anew', [follows(0), got(1), reset(3)]],
    ['with who came back and got the rest', [follows(0), got(1), { kind: 'resumes' }, got(1), got(2), got(3)]],
    ['with who came back and was told to fetch anew', [follows(0), { kind: 'resumes' }, reset(3)]],
    ['with who followed another stream', [follows(0)], [sale(1, { stream: 'public.show.7' })]],
    ['when a page is new after Redis was emptied', [follows(2, 1, 1), got(3)]],
    ['when the rest came soon after all was well again', [follows(0), got(1), got(2), got(3), healed(STALE_MS), healed(SILENT_MS)]], // biome-ignore format: one case
    ['when sources overtake one another', [follows(0), got(2, OLD, 1), got(1, OLD, 2)], [notice(1), sale(2)]],
    ['when an event came again after Redis was emptied', [follows(0), got(1), got(2), got(1, NEW)], [sale(1, { ids: new Set(['a', 'b']) }), sale(2)]], // biome-ignore format: one case
  ])('%s', (_what, notes, announced) => {
    expect(faults(notes, announced)).toEqual([])
  })
})

describe('it is found', () => {
  test.each<[string, Note[], string[], Announced[]?]>([
    ['that one was missed', [follows(0), got(1), got(3)], ['missed e2']],
    ['that the last was missed', [follows(0), got(1), got(2)], ['missed e3']],
    ['that a page was older than it should be', [follows(3, 1), got(3)], ['missed e2']],
    ['that one was missed without a version', [follows(0), got(1)], ['missed e2'], [notice(1), notice(2)]],
    ['that one was missed while away', [follows(0), got(1), { kind: 'resumes' }, got(3)], ['missed e2']],
    ['that a reset came too early', [follows(0), got(1), reset(2)], ['missed e3']],
    ['that one came twice', [follows(0), got(1), got(2), got(2), got(3)], ['twice e2']],
    ['that one came twice under two ids', [follows(0), got(1), got(2), got(3), got(2, OLD, 9)], ['twice e2', 'out of order e2']], // biome-ignore format: one case
    ['that one came again, merged with others', [follows(0), got(1), got(2), merged(2, 3)], ['twice e2']],
    [
      'that a merged one came twice',
      [follows(0), got(1), merged(2, 3), merged(2, 3)],
      ['twice e2', 'twice e3', 'out of order e2'],
    ],
    ['that one is missing in what was merged', [follows(0), got(1), merged(3, 3)], ['missed e2']],
    ['that a merged one came too early', [follows(0), merged(2, 3, 1), got(1, OLD, 2)], ['out of order e1']],
    ['that it was stale for too long', [follows(0), got(1), healed(STALE_MS), got(2), got(3), healed(SILENT_MS)], ['stale e2', 'stale e3']], // biome-ignore format: one case
    ['that it was silent for too long', [follows(0), got(1), got(2), healed(STALE_MS), healed(SILENT_MS), reset(3)], ['stale e3', 'silent e3']], // biome-ignore format: one case
    ['that one came twice though all was well between', [follows(0), got(1), got(2), got(3), healed(STALE_MS), got(3)], ['twice e3']], // biome-ignore format: one case
    ['that one was another’s', [follows(0), got(1), got(2)], ['misdelivered e2'], [sale(1), sale(2, { stream: 'private.aurora.ana.inbox' })]], // biome-ignore format: one case
    ['that one was made up', [follows(0), got(1), got(2)], ['misdelivered e2'], [sale(1)]],
    ['that two changed places', [follows(0), got(2, OLD, 1), got(1, OLD, 2), got(3)], ['out of order e1']],
    ['that ids went back', [follows(0), got(1, OLD, 5), got(2, OLD, 4), got(3, OLD, 6)], ['out of order e2']],
    ['that an old epoch came after a new one', [follows(0), got(1, NEW), got(2), got(3, NEW, 4)], ['out of order e2']],
  ])('%s', (_what, notes, found, announced) => {
    expect(faults(notes, announced)).toEqual(found)
  })
})

test('what is private may be late, but not silent for long', () => {
  const stream = 'private.aurora.ana.inbox'
  const late = [follows(0), healed(STALE_MS), got(1), healed(SILENT_MS)]
  expect(faults(late, [sale(1, { stream })], stream)).toEqual([])
  const silent = [follows(0), healed(STALE_MS), healed(SILENT_MS), reset(1)]
  expect(faults(silent, [sale(1, { stream })], stream)).toEqual(['silent e1'])
})
