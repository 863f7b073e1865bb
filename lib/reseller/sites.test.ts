import { expect, it } from 'vitest'
import { exampleConfig } from '#dev/test/example-config.ts'
import type { VersionKey } from '#platform/version-key.ts'
import { nextSites, noSites, type Pointer, unknownVersions } from './sites.ts'

const pointer = (resellerId: string, version: number, ...hosts: string[]): Pointer => ({ resellerId, version, hosts })
const read = (...keys: VersionKey[]) => new Map(keys.map((key) => [key, exampleConfig({ name: key })]))
const shown = (sites: ReturnType<typeof nextSites>) =>
  Object.fromEntries([...sites.byHost].map(([host, site]) => [host, site.config.name]))

const first = nextSites(
  noSites,
  [pointer('aurora', 1, 'a.example', 'www.a.example'), pointer('luna', 1, 'l.example')],
  read('aurora:1', 'luna:1'),
)

it('answers under every host of a live version', () => {
  expect(shown(first)).toEqual({ 'a.example': 'aurora:1', 'www.a.example': 'aurora:1', 'l.example': 'luna:1' })
  expect(first.byHost.get('www.a.example')?.primaryHost).toBe('a.example')
})

it('asks for configurations it has not seen, and for no others', () => {
  const wanted = [pointer('aurora', 2, 'a.example'), pointer('luna', 1, 'l.example')]
  expect(unknownVersions(first, wanted)).toEqual([wanted[0]])
})

it('keeps what a reseller had when its new configuration cannot be read', () => {
  const next = nextSites(first, [pointer('aurora', 2, 'new.example'), pointer('luna', 1, 'l.example')], new Map())
  expect(shown(next)).toEqual(shown(first))
  expect(unknownVersions(next, [pointer('aurora', 2, 'new.example')])).toHaveLength(1)
})

it('forgets resellers and versions that no pointer names', () => {
  const next = nextSites(first, [pointer('aurora', 2, 'a.example')], read('aurora:2'))
  expect(shown(next)).toEqual({ 'a.example': 'aurora:2' })
  expect([...next.configs.keys()]).toEqual(['aurora:2'])
})
