import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, parseAllDocuments } from 'yaml'

// biome-ignore lint/suspicious/noExplicitAny: a manifest is whatever its kind says
type Yaml = any

export interface Manifest {
  readonly kind: string
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> }
  readonly spec: Yaml
}

/** Settings by the name of their ConfigMap, without the hash that a cluster sees. */
type Settings = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What an overlay comes to: its objects, and the settings that its programs are given. */
export interface Deployed {
  readonly objects: readonly Manifest[]
  readonly settings: Settings
}

export const folder = import.meta.dirname

export const readKustomization = (path: string): Yaml => knownFields(path, read(join(path, 'kustomization.yaml')))

/** The documents of a file below `deploy/k8s`. */
export function readAll(path: string): Manifest[] {
  const documents = parseAllDocuments(readFileSync(join(folder, path), 'utf8'), { merge: true })
  for (const { errors } of documents) if (errors[0]) throw errors[0]
  return documents.map((document) => document.toJS() as Manifest)
}

export const read = (path: string): Yaml => parse(readFileSync(join(folder, path), 'utf8'))

/** Builds an overlay as `kubectl kustomize` does, as far as ours go: resources, components, settings, patches by name. */
export function build(path: string): Deployed {
  const own = readKustomization(path)
  const inherited: Deployed = { objects: [], settings: {} }
  const below = [...(own.resources ?? []), ...(own.components ?? [])].reduce((sum: Deployed, name: string) => {
    const part = name.endsWith('.yaml') ? { objects: readAll(join(path, name)), settings: {} } : build(join(path, name))
    return joined(sum, part)
  }, inherited)
  const generated: { name: string; literals?: string[] }[] = own.configMapGenerator ?? []
  const settings = generated
    .map(({ name, literals = [] }) => ({ [name]: Object.fromEntries(literals.map(splitOnce)) }))
    .reduce(together, below.settings)
  const replicas = (own.replicas ?? []).map(({ name, count }: { name: string; count: number }) => ({
    kind: 'Deployment',
    metadata: { name },
    spec: { replicas: count },
  }))
  const patches = (own.patches ?? []).flatMap(({ path: file }: { path: string }) => readAll(join(path, file)))
  return { objects: [...replicas, ...patches].reduce(patched, below.objects), settings }
}

/** What two kustomizations come to when they are built as one, as an overlay and a component of its are. */
export const joined = (one: Deployed, other: Deployed): Deployed => ({
  objects: [...one.objects, ...other.objects],
  settings: together(one.settings, other.settings),
})

const together = (one: Settings, other: Settings): Settings => ({
  ...one,
  ...Object.fromEntries(Object.entries(other).map(([name, settings]) => [name, { ...one[name], ...settings }])),
})

/** @throws when there is nothing to patch, or kustomize would do something else with it */
export function patched(objects: readonly Manifest[], patch: Manifest): Manifest[] {
  const { apiVersion: _, kind, metadata, spec, ...others } = patch as Manifest & { apiVersion?: string }
  const isMeant = (one: Manifest) => one.kind === kind && one.metadata.name === metadata.name
  if (!objects.some(isMeant)) throw new Error(`there is no ${kind} ${metadata.name} to patch`)
  for (const field of [...Object.keys(others), ...Object.keys(metadata).filter((key) => key !== 'name')])
    throw notImitated(`a patch of ${field}`)
  return objects.map((one) => (isMeant(one) ? { ...one, spec: merged(one.spec, spec) } : one))
}

/** Lists of Kubernetes' own objects that kustomize merges entry by entry, each by a field of its entries. */
const MERGED_LISTS = new Set([
  ...[
    'containers',
    'initContainers',
    'ephemeralContainers',
    'ports',
    'env',
    'volumes',
    'volumeMounts',
    'volumeDevices',
  ],
  ...[
    'topologySpreadConstraints',
    'imagePullSecrets',
    'hostAliases',
    'resourceClaims',
    'schedulingGates',
    'conditions',
  ],
])

/** Objects are merged, lists are replaced; what kustomize does otherwise is refused, so that nobody is misled. */
function merged(base: Yaml, patch: Yaml): Yaml {
  if (!isObject(patch)) return patch
  const from = isObject(base) ? base : {}
  const keys = Object.entries(patch).map(([key, value]) => {
    if (MERGED_LISTS.has(key)) throw notImitated(`a patch of ${key}, a list that is merged,`)
    if (key.startsWith('$')) throw notImitated(key)
    if (value === null) throw notImitated(`to take ${key} out`)
    return [key, merged(from[key], value)]
  })
  return { ...from, ...Object.fromEntries(keys) }
}

/** @throws when a kustomization says what {@link build} passes over. Images, namespaces and a generator's labels are no matter of it. */
export function knownFields(path: string, kustomization: Yaml): Yaml {
  const generators = ['name', 'behavior', 'literals', 'files', 'options']
  const parts = { patches: ['path'], configMapGenerator: generators, replicas: ['name', 'count'] }
  const fields = ['apiVersion', 'kind', 'namespace', 'resources', 'components', 'images', ...Object.keys(parts)]
  for (const field of Object.keys(kustomization)) if (!fields.includes(field)) throw notImitated(`${field} of ${path}`)
  for (const [field, known] of Object.entries(parts))
    for (const name of (kustomization[field] ?? []).flatMap(Object.keys))
      if (!known.includes(name)) throw notImitated(`${name} in ${field} of ${path}`)
  return kustomization
}

const notImitated = (what: string): Error => new Error(`${what} is not imitated here; kustomize would do it`)

const isObject = (value: Yaml): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

const splitOnce = (literal: string): [string, string] => {
  const at = literal.indexOf('=')
  return [literal.slice(0, at), literal.slice(at + 1)]
}
