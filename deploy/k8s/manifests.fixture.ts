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

/** What an overlay comes to: its objects, and the settings that all its programs are given. */
export interface Deployed {
  readonly objects: readonly Manifest[]
  readonly settings: Readonly<Record<string, string>>
}

export const folder = import.meta.dirname

export const readKustomization = (path: string): Yaml => read(join(path, 'kustomization.yaml'))

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
    return { objects: [...sum.objects, ...part.objects], settings: { ...sum.settings, ...part.settings } }
  }, inherited)
  const literals = (own.configMapGenerator ?? []).flatMap((one: { literals: string[] }) => one.literals)
  const settings = { ...below.settings, ...Object.fromEntries(literals.map(splitOnce)) }
  const replicas = (own.replicas ?? []).map(({ name, count }: { name: string; count: number }) => ({
    kind: 'Deployment',
    metadata: { name },
    spec: { replicas: count },
  }))
  const patches = (own.patches ?? []).flatMap(({ path: file }: { path: string }) => readAll(join(path, file)))
  return { objects: [...replicas, ...patches].reduce(patched, below.objects), settings }
}

/** @throws when there is nothing to patch */
function patched(objects: readonly Manifest[], patch: Manifest): Manifest[] {
  const isMeant = ({ kind, metadata }: Manifest) => kind === patch.kind && metadata.name === patch.metadata.name
  if (!objects.some(isMeant)) throw new Error(`there is no ${patch.kind} ${patch.metadata.name} to patch`)
  return objects.map((one) => (isMeant(one) ? { ...one, spec: merged(one.spec, patch.spec) } : one))
}

/** Objects are merged, lists are replaced: for the lists that our patches name, kustomize does the same. */
function merged(base: Yaml, patch: Yaml): Yaml {
  if (!isObject(base) || !isObject(patch)) return patch
  const keys = Object.keys(patch).map((key) => [key, merged(base[key], patch[key])])
  return { ...base, ...Object.fromEntries(keys) }
}

const isObject = (value: Yaml): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

const splitOnce = (literal: string): [string, string] => {
  const at = literal.indexOf('=')
  return [literal.slice(0, at), literal.slice(at + 1)]
}
