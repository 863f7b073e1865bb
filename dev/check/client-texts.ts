import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readImports, resolveImport } from './imports.ts'

/** What Next renders by itself: each of these is where a tree of components begins. */
const ENTRY = /^app\/(?:.*\/)?(?:page|layout|template|loading|error|not-found|global-error)\.tsx$/
/** How texts are handed over is their own business. */
const MACHINERY = 'components/text/'

type Aliases = Readonly<Record<string, string>>

interface TextFile {
  /** Our files that it brings along at run time, at once or later. */
  readonly imports: readonly string[]
  /** Namespaces that it reads in the browser. */
  readonly reads: ReadonlySet<string>
  /** Namespaces that it hands to what it renders. */
  readonly gives: ReadonlySet<string>
  readonly faults: readonly string[]
}

/**
 * Whether every page hands over the texts that its components read in the browser, and no others. What reads is found by
 * following imports, so nobody keeps a list of it.
 */
export function checkClientTexts(root: string): string[] {
  const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { imports: Aliases }
  const names = globSync('{app,components}/**/*.{ts,tsx}', { cwd: root }).filter((name) => !name.includes('.test.'))
  return textFaults(Object.fromEntries(names.map((name) => [name, readFileSync(join(root, name), 'utf8')])), imports)
}

/** @param sources text by path, `/` between folders */
export function textFaults(sources: Readonly<Record<string, string>>, aliases: Aliases): string[] {
  const files = new Map(Object.entries(sources).map(([file, source]) => [file, readFile(file, source, aliases)]))
  const needsOf = createNeeds(files)
  const entries = [...files.keys()].filter((file) => ENTRY.test(file))
  const missing = entries.flatMap((entry) => {
    const around = new Set(layoutsAround(entry, files).flatMap((layout) => [...(files.get(layout)?.gives ?? [])]))
    return [...needsOf(entry)]
      .filter((name) => !around.has(name))
      .map((name) => `${entry}: what it renders reads '${name}', which no <Texts> around it names`)
  })
  const idle = [...files].flatMap(([file, { imports, reads, gives }]) => {
    const inner = entries.filter((entry) => layoutsAround(entry, files).includes(file))
    const used = union([reads, ...[...imports, ...inner].map(needsOf)])
    return [...gives]
      .filter((name) => !used.has(name))
      .map((name) => `${file}: nothing that it renders reads '${name}'`)
  })
  return [...[...files.values()].flatMap(({ faults }) => faults), ...missing, ...idle]
}

/** What a file and all that it brings along read and are not given on the way. */
function createNeeds(files: ReadonlyMap<string, TextFile>): (file: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>()
  const needsOf = (file: string): ReadonlySet<string> => {
    const one = files.get(file)
    if (!one) return new Set()
    const before = known.get(file)
    if (before) return before
    known.set(file, new Set()) // ends a cycle; the import check refuses them
    const all = union([one.reads, ...one.imports.map(needsOf)])
    const needs = new Set([...all].filter((name) => !one.gives.has(name)))
    known.set(file, needs)
    return needs
  }
  return needsOf
}

/** Layouts that enclose an entry; a layout does not enclose itself. */
function layoutsAround(entry: string, files: ReadonlyMap<string, TextFile>): string[] {
  const layouts: string[] = []
  for (let folder = dirname(entry); folder !== '.'; folder = dirname(folder)) layouts.push(`${folder}/layout.tsx`)
  return layouts.filter((layout) => layout !== entry && files.has(layout))
}

function readFile(file: string, source: string, aliases: Aliases): TextFile {
  const targets = readImports(file, source).imports.map((one) => resolveImport(file, one, aliases))
  const imports = targets.flatMap(({ kind, path, typeOnly }) => (kind === 'ours' && !typeOnly ? [path] : []))
  if (file.startsWith(MACHINERY)) return { imports, reads: new Set(), gives: new Set(), faults: [] }
  const read = lists(source, /\buseTranslations\(([^)]*)\)/g)
  const given = [...lists(source, /<Texts\b([^>]*)>/g), ...lists(source, /\btextsFor\([^,)]*,([^)]*)\)/g)]
  return {
    imports,
    reads: union(read),
    gives: union(given),
    faults: [...read, ...given].some(({ size }) => size === 0) ? [`${file}: namespaces have to be written out`] : [],
  }
}

/** Names in quotes, of everything that matches. */
const lists = (source: string, pattern: RegExp): Set<string>[] =>
  [...source.matchAll(pattern)].map(
    ([, text = '']) => new Set([...text.matchAll(/'(\w+)'/g)].map(([, name = '']) => name)),
  )

const union = (sets: readonly ReadonlySet<string>[]): Set<string> => new Set(sets.flatMap((set) => [...set]))
