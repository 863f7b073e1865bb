import { globSync, readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, readAll, readKustomization } from './manifests.fixture.ts'

const folders = globSync('**/kustomization.yaml', { cwd: folder }).map(dirname)

/** What a kustomization names, relative to `deploy/k8s`. */
function namedBy(path: string): string[] {
  const { resources = [], components = [], patches = [] } = readKustomization(path)
  const names: string[] = [...resources, ...components, ...patches.map((patch: { path: string }) => patch.path)]
  return names.map((name) => normalize(join(path, name)))
}

describe('the kustomizations', () => {
  it('are the base, two ways of an edge, one for an edge that goes to nodes, and two sizes', () => {
    const sizes = ['overlays/large', 'overlays/small']
    expect(folders.toSorted()).toEqual([
      'base',
      'components/edge-to-nodes',
      'components/gateway',
      'components/ingress',
      ...sizes,
    ])
  })

  it.each(folders)('%s names every file it has, and nothing it has not', (path) => {
    const named = namedBy(path)
    const files = readdirSync(join(folder, path)).filter((file) => file !== 'kustomization.yaml')
    expect(named.filter((name) => name.endsWith('.yaml')).toSorted()).toEqual(
      files.map((file) => join(path, file)).toSorted(),
    )
    expect(folders).toEqual(expect.arrayContaining(named.filter((name) => !name.endsWith('.yaml'))))
  })

  it('name each object once', () => {
    const files = globSync('{base,components}/**/*.yaml', { cwd: folder, exclude: ['**/kustomization.yaml'] })
    for (const part of folders.filter((name) => !name.startsWith('overlays/'))) {
      const objects = files.filter((file) => file.startsWith(`${part}/`)).flatMap(readAll)
      const names = objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)
      expect(names).toEqual([...new Set(names)])
      expect(objects.length).toBeGreaterThan(0)
    }
  })
})
