import { globSync, readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, readAll, readKustomization } from './manifests.fixture.ts'

const folders = globSync('**/kustomization.yaml', { cwd: folder }).map(dirname)

/** What a kustomization names, relative to `deploy/k8s`. */
function namedBy(path: string): string[] {
  const { resources = [], components = [], patches = [], configMapGenerator = [] } = readKustomization(path)
  const patching = patches.map((patch: { path: string }) => patch.path)
  const generating = configMapGenerator.flatMap(({ files = [] }: { files?: string[] }) => files)
  const names: string[] = [...resources, ...components, ...patching, ...generating]
  return names.map((name) => normalize(join(path, name)))
}

const isFile = (name: string): boolean => /\.(?:yaml|conf)$/.test(name)

describe('the kustomizations', () => {
  it('are the base, an edge of ours, two ways of another, one for an edge that goes to nodes, and two sizes', () => {
    const sizes = ['overlays/large', 'overlays/small']
    expect(folders.toSorted()).toEqual([
      'base',
      'components/edge',
      'components/edge-to-nodes',
      'components/gateway',
      'components/ingress',
      ...sizes,
    ])
  })

  it.each(folders)('%s names every file it has, and nothing it has not', (path) => {
    const named = namedBy(path)
    const files = readdirSync(join(folder, path)).filter((file) => file !== 'kustomization.yaml')
    expect(named.filter(isFile).toSorted()).toEqual(files.map((file) => join(path, file)).toSorted())
    expect(folders).toEqual(expect.arrayContaining(named.filter((name) => !isFile(name))))
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
