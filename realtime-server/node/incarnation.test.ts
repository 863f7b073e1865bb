import { describe, expect, test } from 'vitest'
import { LEASE_MS } from '../registry/registry.ts'
import { type BeatFacts, decideAfterBeat, newConnectionId, newNodeId } from './incarnation.ts'

const well: BeatFacts = {
  held: true,
  sinceLastMs: 2_000,
  leaseMs: LEASE_MS,
  newEpoch: false,
  registryInterests: 5,
  ownInterests: 5,
  differedBefore: false,
}

describe('after a beat a node', () => {
  test.each<[string, Partial<BeatFacts>, string]>([
    ['goes on when all is well', {}, 'fine'],
    ['goes on after exactly half a lease', { sinceLastMs: LEASE_MS / 2 }, 'fine'],
    ['goes on while changes are on their way', { ownInterests: null, registryInterests: 0 }, 'fine'],
    ['registers again when its lease was not held', { held: false }, 'register'],
    ['registers again when Redis began a new epoch', { newEpoch: true }, 'register'],
    ['registers again when the registry has fewer interests', { registryInterests: 4 }, 'register'],
    ['registers again when the registry has more', { registryInterests: 6 }, 'register'],
    ['registers again when it was emptied, even with changes on their way', { held: false, newEpoch: true, ownInterests: null }, 'register'], // biome-ignore format: one line
    ['is somebody new after more than half a lease', { sinceLastMs: LEASE_MS / 2 + 1 }, 'reincarnate'],
    ['is somebody new after a long pause, though its lease was held', { sinceLastMs: 60_000 }, 'reincarnate'],
    ['is somebody new after a pause in which all was lost', { sinceLastMs: 60_000, held: false, newEpoch: true }, 'reincarnate'], // biome-ignore format: one line
    ['is somebody new when registering again did not help', { registryInterests: 4, differedBefore: true }, 'reincarnate'], // biome-ignore format: one line
    ['goes on when registering again has helped', { differedBefore: true }, 'fine'],
  ])('%s', (_what, facts, decision) => {
    expect(decideAfterBeat({ ...well, ...facts })).toBe(decision)
  })
})

test('ids are new each time, and a connection’s begins with its node’s', () => {
  const nodes = new Set(Array.from({ length: 1_000 }, newNodeId))
  expect(nodes.size).toBe(1_000)
  const connections = new Set(Array.from({ length: 1_000 }, () => newConnectionId('n1')))
  expect(connections.size).toBe(1_000)
  for (const id of connections) expect(id).toMatch(/^n1\.[\w-]{36}$/)
})
