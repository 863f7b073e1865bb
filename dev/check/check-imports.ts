import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findCycles } from './cycles.ts'
import { isDoor, takesParts } from './doors.ts'
import { allows, type ImportRules, importRules, isTest, ruleOf, testRules } from './import-rules.ts'
import { type FileImports, readImports, resolveImport } from './imports.ts'

/** Made by tools; nobody writes imports there. */
const generated = /^(node_modules|\.[^/]+|generated|public|test-results|playwright-report)(\/|$)|\.d\.ts$/

type Aliases = Readonly<Record<string, string>>

/** Every import of the repository against the rules. Answers one line per fault, none when all is well. */
export function checkImports(root: string): string[] {
  const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { imports: Aliases }
  const names = globSync('**/*.{ts,tsx}', { cwd: root, exclude: (name) => generated.test(name) })
  const files = names
    .filter((name) => !generated.test(name))
    .map((name) => readImports(name, readFileSync(join(root, name), 'utf8')))
  return findFaults(files, imports, importRules)
}

export function findFaults(files: readonly FileImports[], aliases: Aliases, rules: ImportRules): string[] {
  const cycles = findCycles(importGraph(files, aliases)).map((cycle) => `import cycle: ${cycle}`)
  return [...files.flatMap((file) => faultsOf(file, aliases, rules)), ...cycles]
}

function faultsOf({ file, imports, faults }: FileImports, aliases: Aliases, rules: ImportRules): string[] {
  const rule = ruleOf(file, rules)
  if (!rule) return [`${file}: its folder has no rule in dev/check/import-rules.ts`]
  const allowed = isTest(file) ? [...rule, ...testRules] : rule
  const wrong = imports.filter((one) => !allows(allowed, resolveImport(file, one, aliases)))
  const takes = imports.some((one) => takesParts(resolveImport(file, one, aliases)))
  const free = rule.includes('*')
  return [
    ...(free ? [] : faults.map((fault) => `${file} ${fault}`)),
    ...wrong.map(({ specifier }) => `${file} may not import ${specifier}`),
    ...(takes && !isDoor(file) && !isTest(file)
      ? [`${file} takes the storefront, and is no door: it is an argument`]
      : []),
  ]
}

/**
 * Who needs whom, be it for a type only: two files that know each other are one, whatever is left of them at run time.
 * What only `import('…')` inside a type names is not seen.
 */
function importGraph(files: readonly FileImports[], aliases: Aliases): Map<string, string[]> {
  return new Map(
    files.map(({ file, imports }) => [
      file,
      imports.flatMap((one) => {
        const target = resolveImport(file, one, aliases)
        return target.kind === 'ours' ? [target.path] : []
      }),
    ]),
  )
}

if (import.meta.main) {
  const faults = checkImports(process.cwd())
  for (const fault of faults) console.error(fault)
  process.exitCode = faults.length > 0 ? 1 : 0
}
