import { expect, it } from 'vitest'
import type { ConfigEvent } from '#contracts/config-event.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { changesOf, decideInOrder, type KnownConfigs } from './known-configs.ts'

const nothing = (): KnownConfigs => ({
  sequences: new Map(),
  stored: new Map(),
  hostOwners: new Map(),
  told: new Map(),
})

function event(resellerId: string, sequence: number, version: number, ...hosts: string[]): ConfigEvent {
  const envelope = { id: `${resellerId}-${sequence}`, type: 'reseller.config' as const, at: '2026-11-01T10:00:00Z' }
  return { ...envelope, resellerId, sequence, live: { version, config: exampleConfig({ hosts }) } }
}

function decide(...events: ConfigEvent[]) {
  const decisions = decideInOrder(nothing(), events)
  return { changes: changesOf(events, decisions), refusals: decisions.flatMap(({ refusals }) => refusals) }
}

it('lets a host pass from one reseller to another between two events', () => {
  const { changes, refusals } = decide(
    event('luna', 1, 1, 'wanted.example'),
    event('luna', 2, 2, 'other.example'),
    event('aurora', 1, 1, 'wanted.example'),
  )
  expect(refusals).toEqual([])
  expect(changes.pointers.map(({ resellerId, hosts }) => [resellerId, hosts])).toEqual([
    ['luna', ['other.example']],
    ['aurora', ['wanted.example']],
  ])
})

it('gives a host that two want to the first', () => {
  const { changes, refusals } = decide(event('luna', 1, 1, 'same.example'), event('aurora', 1, 1, 'same.example'))
  expect(changes.pointers.map(({ resellerId }) => resellerId)).toEqual(['luna'])
  expect(refusals).toHaveLength(1)
})

it('writes a version once and a pointer where it ended, however many events there were', () => {
  const events = [1, 2, 2, 1, 3].map((sequence) => event('aurora', sequence, sequence, 'a.example'))
  const { changes, refusals } = decide(...events)
  expect(changes.versions.map(({ version }) => version)).toEqual([1, 2, 3])
  expect(changes.pointers).toMatchObject([{ resellerId: 'aurora', version: 3, sequence: 3 }])
  expect(refusals).toEqual([])
})
