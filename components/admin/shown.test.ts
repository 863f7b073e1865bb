import { expect, it } from 'vitest'
import type { PutQuestion } from './publish-standing.ts'
import { isSeen } from './shown.ts'

const put = (): PutQuestion => ({
  asked: { version: 7, rollback: false, changes: [], review: { blocked: false, faults: [], gaps: [] } },
  ...{ liveVersion: 6, comparedWith: 6 },
})

it('a question is seen until it is put anew, or its button does something else', () => {
  const question = put()
  const open = { question, step: 'open' } as const
  expect(isSeen(null, open)).toBe(false)
  expect(isSeen(open, { ...open })).toBe(true)
  expect(isSeen(open, { ...open, question: put() })).toBe(false)
  expect(isSeen({ question, step: 'changed' }, open)).toBe(false)
})
