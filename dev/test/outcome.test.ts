import { expect, it } from 'vitest'
import { onePassed, oneSkipped, summary } from './outcome.ts'

it('ends with a line of totals that stands alone', () => {
  const text = summary(
    [
      { name: 'types', ms: 1_500, counts: onePassed },
      { name: 'unit', ms: 900, counts: { passed: 12, failed: 1, skipped: 0 } },
      { name: 'end to end', ms: 0, counts: oneSkipped, reason: 'no Chromium' },
    ],
    { Kafka: 'in-memory stand-in' },
  )
  expect(text.split('\n').at(-1)).toBe('13 passed, 1 failed, 1 skipped')
})

it('says of each step what became of it, and why it was skipped', () => {
  const text = summary([{ name: 'end to end', ms: 0, counts: oneSkipped, reason: 'no Chromium' }], {
    Kafka: 'real',
    edge: 'nginx',
  })
  expect(text).toMatch(/– end to end +0\.0 s {2}1 skipped: no Chromium/)
  expect(text).toContain('Kafka: real\nedge: nginx')
})
