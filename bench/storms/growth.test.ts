import { expect, test } from 'vitest'
import { growthOf } from './growth.ts'

const holding = (memoryMb: number, otherDescriptors = 30) => ({ memoryMb, otherDescriptors, viewers: 10 })

test('viewers who moved to another node are no growth, more memory in all nodes together is', () => {
  const before = { nodes: [holding(100), holding(100)], balancer: holding(100) }
  const moved = { nodes: [holding(130), holding(70)], balancer: holding(90) }
  expect(growthOf(before, moved).memoryPercent).toBeCloseTo(0)
  const grown = { nodes: [holding(130), holding(92)], balancer: holding(90) }
  expect(growthOf(before, grown).memoryPercent).toBeCloseTo(11)
})

test('a balancer that grows more than the nodes is the one that counts', () => {
  const before = { nodes: [holding(100)], balancer: holding(100) }
  expect(growthOf(before, { nodes: [holding(105)], balancer: holding(112) }).memoryPercent).toBeCloseTo(12)
})

test('a descriptor too few in one process counts like one too many, and does not make up for another’s', () => {
  const before = { nodes: [holding(100, 30), holding(100, 30)], balancer: holding(100, 20) }
  const after = { nodes: [holding(100, 36), holding(100, 24)], balancer: holding(100, 21) }
  expect(growthOf(before, after).descriptors).toBe(6)
})

test('a process that is not there any more leaves nothing to be met', () => {
  const before = { nodes: [holding(100), holding(100)], balancer: holding(100) }
  expect(growthOf(before, { ...before, nodes: [holding(100)] }).descriptors).toBeNaN()
})
