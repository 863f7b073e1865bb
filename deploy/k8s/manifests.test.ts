import { describe, expect, it } from 'vitest'
import { knownFields, type Manifest, patched } from './manifests.fixture.ts'

const node: Manifest = {
  kind: 'Deployment',
  metadata: { name: 'node' },
  spec: { replicas: 1, strategy: { type: 'RollingUpdate' }, template: { spec: { containers: [{ name: 'node' }] } } },
}
const patchOf = (spec: object, more: object = {}) => ({ kind: 'Deployment', metadata: { name: 'node', ...more }, spec })

describe('a patch', () => {
  it('is merged into what it names, and its lists replace others', () => {
    const [one] = patched([node], patchOf({ strategy: { rollingUpdate: { maxSurge: '25%' } }, metrics: [1] }))
    expect(one?.spec).toEqual({
      ...node.spec,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%' } },
      metrics: [1],
    })
  })

  it('of something that is not there is refused', () => {
    expect(() => patched([], patchOf({}))).toThrow('no Deployment node to patch')
  })

  /* What kustomize does with these, this imitation does not: a test would look at other objects than a cluster gets. */
  it.each([
    ['containers, which kustomize merges by name', patchOf({ template: { spec: { containers: [{ name: 'node' }] } } })],
    ['ports, by number', patchOf({ ports: [{ port: 1 }] })],
    ['variables, by name', patchOf({ template: { spec: { env: [{ name: 'A', value: 'b' }] } } })],
    ['spread constraints, by topology', patchOf({ topologySpreadConstraints: [] })],
    ['null, which takes a field out', patchOf({ replicas: null })],
    ['instructions to kustomize', patchOf({ strategy: { $patch: 'replace' } })],
    ['containers, in what is new', patchOf({ jobTemplate: { spec: { containers: [] } } })],
    ['instructions about lists', patchOf({ '$setElementOrder/containers': [] })],
    ['labels and annotations', patchOf({}, { annotations: { a: 'b' } })],
    ['what is beside the spec', { ...patchOf({}), data: { a: 'b' } }],
  ])('of %s is refused', (_what, patch) => {
    expect(() => patched([node], patch)).toThrow('is not imitated')
  })
})

describe('a kustomization', () => {
  it.each([
    ['a prefix', { namePrefix: 'test-' }],
    ['labels for all', { labels: [] }],
    ['a patch without a file', { patches: [{ patch: '[]', target: { kind: 'Service' } }] }],
    ['settings from a file', { configMapGenerator: [{ name: 'marquee-settings', envs: ['a.env'] }] }],
  ])('with %s is refused', (_what, kustomization) => {
    expect(() => knownFields('somewhere', { resources: [], ...kustomization })).toThrow('is not imitated')
  })
})
