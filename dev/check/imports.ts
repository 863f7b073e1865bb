import { posix } from 'node:path'
import { parseSync } from 'rolldown/utils'
import type { Target } from './import-rules.ts'

export interface Import {
  readonly specifier: string
  /** Gone when the types are stripped: it ties nobody at run time. */
  readonly typeOnly: boolean
}

export interface FileImports {
  readonly file: string
  readonly imports: readonly Import[]
  readonly faults: readonly string[]
}

/** Everything a module imports, re-exports or loads later, from its syntax tree. */
export function readImports(file: string, source: string): FileImports {
  const { module, errors } = parseSync(file, source)
  const imported = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }))
  const exported = module.staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType }] : [],
    )
  const later = module.dynamicImports.map(({ moduleRequest: { start, end } }) => source.slice(start, end))
  const literal = later.map((text) => /^(['"`])([^$]*)\1$/.exec(text)?.[2])
  return {
    file,
    imports: [...imported, ...exported, ...literal.filter(isText).map((specifier) => ({ specifier, typeOnly: false }))],
    faults: [
      ...errors.map(({ message }) => message),
      ...(literal.every(isText) ? [] : ['imports something computed, which cannot be checked']),
    ],
  }
}

/** What an import names, seen from a file. Ours carry their extension, so that this is joining paths. */
export function resolveImport(
  file: string,
  { specifier, typeOnly }: Import,
  aliases: Readonly<Record<string, string>>,
): Target {
  if (specifier.startsWith('.')) return { kind: 'ours', path: posix.join(posix.dirname(file), specifier), typeOnly }
  for (const [alias, folder] of Object.entries(aliases)) {
    const prefix = alias.replace('*', '')
    const path = posix.join(folder.replace('*', ''), specifier.slice(prefix.length))
    if (specifier.startsWith(prefix)) return { kind: 'ours', path, typeOnly }
  }
  return { kind: 'package', path: specifier, typeOnly }
}

const isText = (text: string | undefined): text is string => text !== undefined
