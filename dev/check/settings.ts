/*
 * The tables of docs/settings.md beside the code that reads the environment. Pure; settings.test.ts reads the files.
 */

/** A variable of the environment where the code reads it. */
export interface ReadVariable {
  readonly name: string
  readonly file: string
  /** What it is when nothing is said, as far as it stands in the code as text or a number; else null. */
  readonly otherwise: string | null
}

/** A row of a program's table. */
export interface SettingRow {
  readonly program: string
  readonly name: string
  readonly otherwise: string
  readonly file: string
}

/** Whose variables are read in a file, by the beginning of its path; several programs have a bus. */
const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  Storefront: ['lib/', 'app/', 'components/', 'proxy.ts', 'instrumentation.ts', 'next.config.ts'],
  Worker: ['worker/'],
  Node: ['realtime-server/node/', 'realtime-server/bus/'],
  Dispatcher: ['realtime-server/dispatcher/', 'realtime-server/bus/'],
  Balancer: ['realtime-server/balancer/'],
  Console: ['realtime-server/console/'],
  Migrations: ['dev/migrate.ts', 'prisma.config.ts'],
}

/** Whoever reads an environment takes the means from there. */
const READS = "from '#platform/environment.ts'"
/** A key of a schema: in capitals, as variables are, and with the name of a type behind it. */
const IN_SCHEMA = /(?<=^ +|\{ )([A-Z][A-Z0-9_]+): [A-Za-z]/gm
const DIRECT = /\bprocess\.env\.([A-Z][A-Z0-9_]*)/g
const DEFAULT = /\.default\((?:'([^']+)'|([\d_]+))\)/

/** The variables that a file reads, in a schema or as `process.env.NAME`; production code has no other way. */
export function variablesIn(file: string, source: string): ReadVariable[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
  const found = source.includes(READS) ? [...code.matchAll(IN_SCHEMA)] : []
  const inSchema = found.map(({ 1: name = '', index }, at) => {
    const end = Math.min(found[at + 1]?.index ?? code.length, endOf(code, index))
    const [, text, number] = DEFAULT.exec(code.slice(index, end)) ?? []
    return { name, file, otherwise: text ?? number?.replaceAll('_', '') ?? null }
  })
  return [...inSchema, ...directVariables(code).map((name) => ({ name, file, otherwise: null }))]
}

/** The names of those that a source reads as `process.env.NAME`. */
export const directVariables = (source: string): string[] => [...source.matchAll(DIRECT)].map(([, name = '']) => name)

/** Where a schema ends: its brace is the first at the beginning of a line. */
const endOf = (code: string, from: number): number => {
  const end = code.slice(from).search(/^ {0,2}\}/m)
  return end === -1 ? code.length : from + end
}

/** @throws with the line, when a row has not four cells */
export function readSettings(markdown: string): SettingRow[] {
  return markdown.split(/^## /m).flatMap((section) => {
    const [program = ''] = section.split('\n', 1)
    return section
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => {
        const [, name, otherwise, file] =
          /^\| `([A-Z][A-Z0-9_]*)` \| ([^|]+) \| [^|]+ \| `([^`]+)` \|$/.exec(line) ?? []
        if (!name || !otherwise || !file)
          throw new Error(`docs/settings.md: a row is | \`NAME\` | default | what it says | \`file\` |, not: ${line}`)
        return { program, name, otherwise: otherwise.replaceAll('`', ''), file }
      })
  })
}

/** What the tables and the code say differently, in words for whoever has to mend it. */
export function settingFaults(rows: readonly SettingRow[], read: readonly ReadVariable[]): string[] {
  const nobodys = read
    .filter(({ file }) => !Object.values(PROGRAMS).some((places) => isIn(file, places)))
    .map(({ name, file }) => `${file} reads ${name}: say in dev/check/settings.ts whose file that is`)
  const unlisted = Object.entries(PROGRAMS).flatMap(([program, places]) => {
    const listed = new Set(rows.filter((row) => row.program === program).map(({ name }) => name))
    const lacking = read.filter(({ name, file }) => isIn(file, places) && !listed.has(name))
    return [...new Set(lacking.map(({ name, file }) => `add ${name} of ${file} to “${program}” in docs/settings.md`))]
  })
  return [...nobodys, ...unlisted, ...rows.flatMap((row) => rowFaults(row, read))]
}

function rowFaults({ program, name, otherwise, file }: SettingRow, read: readonly ReadVariable[]): string[] {
  const about = `“${program}” in docs/settings.md`
  const here = read.filter((variable) => variable.name === name && variable.file === file)
  if (here.length === 0 || !isIn(file, PROGRAMS[program] ?? []))
    return [`${about} has ${name}, which ${file} does not read`]
  const told = otherwise.replaceAll(',', '')
  return here
    .filter((variable) => variable.otherwise !== null && variable.otherwise !== told)
    .map((variable) => `${about} says that ${name} is ${otherwise} by default, and it is ${variable.otherwise}`)
}

const isIn = (file: string, places: readonly string[]): boolean => places.some((place) => file.startsWith(place))
