import { expect, test } from 'vitest'
import { closesByReason, unexpectedCloses } from './unexpected.ts'

const METRICS = `# HELP realtime_connections_closed_total Connections closed, by reason
realtime_connections_closed_total{reason="rotated",role="node"} 120
realtime_connections_closed_total{role="node",reason="slow"} 2
realtime_connections 8000
`

test('reasons are read from what a node tells', () => {
  expect([...closesByReason(METRICS)]).toEqual([
    ['rotated', 120],
    ['slow', 2],
  ])
})

test('a rotation is expected, whatever else ends is not', () => {
  expect(unexpectedCloses(122, 120)).toBe(2)
  expect(unexpectedCloses(0, 0)).toBe(0)
  expect(unexpectedCloses(119, 120)).toBe(0)
})
