import { expect, it } from 'vitest'
import { blamed } from './blamed.ts'
import { nothing, summary } from './outcome.ts'

const passed = { counts: { ...nothing, passed: 12 } }

it('leaves a step alone whose programs all lived', () => {
  expect(blamed(passed, [])).toBe(passed)
})

it('fails a step all of whose tests passed, and names who died in the summary', () => {
  const verdict = blamed(passed, ['worker died (exit code 1)', 'storefront: unhandledRejection: Error: read'])
  expect(verdict.counts).toEqual({ passed: 12, failed: 1, skipped: 0 })
  const text = summary([{ name: 'end to end', ms: 0, ...verdict }], {})
  expect(text).toMatch(
    /✗ end to end .*12 passed, 1 failed: worker died \(exit code 1\); storefront: unhandledRejection/,
  )
  expect(text.split('\n').at(-1)).toBe('12 passed, 1 failed, 0 skipped')
})

it('keeps the reason that there was, and names no fault twice and not all of many', () => {
  const faults = Array.from({ length: 20 }, (_, n) => `node-${n % 10} died (SIGKILL)`)
  const { counts, reason } = blamed({ counts: { ...nothing, failed: 3 }, reason: 'it was ended' }, faults)
  expect(counts.failed).toBe(4)
  expect(reason).toMatch(/^it was ended; node-0 died \(SIGKILL\); .*; and 5 more$/)
})
