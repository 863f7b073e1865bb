import { expect, it } from 'vitest'
import { frameRow, framesPerSecond } from './frames.ts'

const every = (ms: number, count: number) => Array.from({ length: count }, (_, index) => index * ms)
const longest = { all: 0, script: 0, render: 0 }

it('counts frames by whole seconds and leaves the rest of one', () => {
  expect(framesPerSecond({ frames: every(20, 126) })).toEqual([50, 50])
  expect(framesPerSecond({ frames: [] })).toEqual([])
})

it('puts rounds together and names the longest frame of all', () => {
  const calm = { frames: every(20, 101), longTasks: [], longest }
  const busy = { frames: every(100, 21), longTasks: [60, 90, 70], longest: { all: 95, script: 60, render: 30 } }
  expect(frameRow([calm, busy, calm])).toMatchObject({
    ...{ 'frames/s': 50, 'p50 ms': 20, 'p95 ms': 100, 'tasks over 50 ms': 3, 'median of them ms': 70 },
    ...{ 'longest ms': 90, 'longest frame ms': 95, 'of it script': 60, 'of it style to paint': 30 },
  })
})
