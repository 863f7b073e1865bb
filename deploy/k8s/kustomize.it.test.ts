import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { onPath } from '#dev/services/on-path.ts'
import { build, folder, type Manifest } from './manifests.fixture.ts'

const nameOf = ({ kind, metadata }: Manifest): string => `${kind} ${metadata.name}`

/** Images get their addresses in overlays, and settings a hash in their name: neither is a matter of the fixture. */
const plain = (spec: object) =>
  JSON.parse(
    JSON.stringify(spec)
      .replaceAll(/"image":"[^"]+"/g, '"image":"marquee"')
      .replaceAll(/"(marquee(?:-\w+)?-settings)-\w+"/g, '"$1"'),
  )

const withoutHash = (name: string): string => name.replace(/-\w+$/, '')

test.for(['base', 'overlays/small', 'overlays/large'])('%s is what kubectl makes of it', (path, { skip }) => {
  const kubectl = onPath('kubectl')
  if (!kubectl) return skip('no kubectl. Nothing of ours needs it; the manifests do')
  const text = execFileSync(kubectl, ['kustomize', join(folder, path)], { encoding: 'utf8' })
  const made = parseAllDocuments(text).map((one) => one.toJS() as Manifest)
  const { objects, settings } = build(path)
  const expected = objects.map((one) => [nameOf(one), plain(one.spec)] as const)
  const specs = made.filter(({ kind }) => kind !== 'ConfigMap').map((one) => [nameOf(one), plain(one.spec)] as const)
  expect(new Map(specs)).toEqual(new Map(expected))
  const maps = made.filter(({ kind }) => kind === 'ConfigMap') as (Manifest & { readonly data: object })[]
  expect(Object.fromEntries(maps.map(({ metadata, data }) => [withoutHash(metadata.name), data]))).toEqual(settings)
})
