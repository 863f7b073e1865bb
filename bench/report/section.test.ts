import { expect, test } from 'vitest'
import { plotsOf } from './plots.ts'
import { result } from './result.fixture.ts'
import { sectionOf, versionsOf } from './section.ts'

test('a section says how, what, when, where and what stopped it', () => {
  const text = sectionOf(result({ how: 'Real Kafka.', stoppedBy: 'two cores' }), [])
  expect(text).toContain('`npm run bench -- cuts`: real Kafka.')
  expect(text).toContain('| theirs | 3 | 1,234 |')
  expect(text).toContain(
    'Taken 2026-11-26 14:00 UTC, 60 s on 2 cores (Some CPU), 24 GB; load 0.1 before and 1.5 after.',
  )
  expect(text).toContain('What stopped it: two cores.')
})

test('what was not noted is not said', () => {
  const text = sectionOf(result({ load: null, tookS: null, origin: 'copied by hand' }), [])
  expect(text).toContain('24 GB; copied by hand. What')
})

test('several tables have their titles, pictures their names', () => {
  const tables = { 'one show': { a: { x: 1 } }, 'many shows': { a: { x: 2 } } }
  const curves = {
    'one show': {
      kafka: [
        [3, 1],
        [300, 2],
      ] as [number, number][],
    },
  }
  const addressing = result({ bench: 'addressing', tables, curves })
  const plots = plotsOf(addressing)
  expect(plots.map(({ file }) => file)).toEqual(['addressing-1.svg'])
  const text = sectionOf(addressing, plots)
  expect(text).toContain('One show:\n\n| | x |')
  expect(text).toContain('](plots/addressing-1.svg)')
})

test('a table of contenders is four pictures, and ours stand out', () => {
  const row = { 'CPU µs/delivery': 9, 'KB/connection': 13, 'connects/s': 7_000, 'p99 ms': 80 }
  const plots = plotsOf(result({ bench: 'fan-out', tables: { main: { marquee: row, nchan: row } } }))
  expect(plots).toHaveLength(4)
  for (const { svg } of plots) expect(svg).toMatch(/font-weight="600"[^>]*>marquee</)
})

test('a version that differs between results is named with both', () => {
  const results = [result(), result({ versions: { node: '26.0.0', kafka: '4.1.1' } })]
  expect(versionsOf(results)).toBe('node 24.21.0 and 26.0.0, kafka 4.1.1')
})
