import { dirname, join } from 'node:path/posix'

/*
 * The table of docs/bounds.md beside the source: whether a row still says what the code does, and whether a constant that
 * bounds something has a row. Pure; bounds.test.ts reads the files.
 */

/** A test that shows a bound, by a piece of its name. */
export interface Shown {
  readonly file: string
  readonly title: string
}

/** One row: what is bounded, by how much, where that is said, what happens one over, and what shows it. */
export interface BoundRow {
  readonly what: string
  readonly bound: string
  readonly file: string
  /** The name of a constant or of a variable of the environment, or else a piece of the file as it stands there. */
  readonly place: string
  readonly over: string
  /** Empty where `reason` says why nothing shows it. */
  readonly shown: readonly Shown[]
  readonly reason: string | null
}

/** The text of a file of the repository; null when there is none. */
export type ReadText = (file: string) => string | null

const NAME = /^[A-Z][A-Z0-9_]*$/
/** Words of a name that say that it bounds something. */
const BOUNDING =
  /(?:^|_)(?:MAX|LIMITS?|MOST|BYTES|REMEMBERED|KEPT|TIMEOUT|CACHE|WAITING|ATTEMPTS|BUDGET|PER|ONCE|LONGEST)(?:_|$)/

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  KiB: 1024,
  MiB: 1024 * 1024,
}

/** Durations in a name's own unit, to be told apart from counts. */
const SUFFIXES: readonly (readonly [RegExp, number])[] = [
  [/_(?:S|SECONDS)$/, 1_000],
  [/_DAYS$/, 86_400_000],
]

/** @throws with the line, when a row has not five cells or names no place */
export function readRows(markdown: string): BoundRow[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| What | Bound |'))
    .map(readRow)
}

function readRow(line: string): BoundRow {
  // A pipe in a piece of a file is written \| so that it ends no cell.
  const cells = line.slice(1, -1).split(/(?<!\\)\|/)
  const [what = '', bound = '', where = '', over = '', test = ''] = cells.map((cell) =>
    cell.trim().replaceAll('\\|', '|'),
  )
  const [, file, place] = /^`([^`]+)` `([^`]+)`$/.exec(where) ?? []
  if (cells.length !== 5 || file === undefined || place === undefined)
    throw new Error(
      `docs/bounds.md: a row is | what | bound | \`file\` \`NAME or text\` | one over | test |, not: ${line}`,
    )
  const shown = [...test.matchAll(/`([^`]+)` “([^”]+)”/g)].map(([, at = '', title = '']) => ({ file: at, title }))
  const [, reason = null] = /^not tried: (.+)$/.exec(test) ?? []
  return { what, bound, file, place, over, shown, reason }
}

/** What is wrong with a row, in words for whoever has to mend it. */
export function faultsOf(row: BoundRow, read: ReadText): string[] {
  const source = read(row.file)
  const about = `“${row.what}”`
  if (source === null) return [`${about}: there is no file ${row.file}`]
  const faults = NAME.test(row.place) ? constantFaults(row, read) : textFaults(row, source)
  if (row.over === '') faults.push('does not say what happens one over')
  if (row.shown.length === 0 && row.reason === null)
    faults.push('names no test: write `file` “a piece of its name”, or “not tried: why”')
  for (const { file, title } of row.shown) {
    const test = read(file)
    if (test === null) faults.push(`its test ${file} is not there`)
    else if (!test.includes(title)) faults.push(`${file} has no test “${title}”`)
  }
  return faults.map((fault) => `${about}: ${fault}`)
}

function constantFaults({ bound, file, place }: BoundRow, read: ReadText): string[] {
  const values = valuesOf(place, file, read)
  if (values === null) return [`${file} has no ${place} that can be read as a number`]
  const scale = SUFFIXES.find(([suffix]) => suffix.test(place))?.[1] ?? 1
  const told = quantities(bound)
  const missing = values.filter((value) => !told.includes(value * scale))
  return missing.length === 0 ? [] : [`says “${bound}”, and ${place} in ${file} is ${missing.join(', ')}`]
}

/** Of a piece of a file the figures are compared as they are written: its units are its own. */
function textFaults({ bound, file, place }: BoundRow, source: string): string[] {
  if (!source.includes(place)) return [`${file} does not have the text ${place}`]
  const told = figures(bound)
  const missing = figures(place).filter((figure) => !told.includes(figure))
  return missing.length === 0 ? [] : [`says “${bound}”, and ${file} has ${missing.join(', ')}`]
}

const figures = (text: string): string[] =>
  [...text.matchAll(/(?<![\w.])\d[\d_,]*(?:\.\d+)?/g)].map(([figure]) => figure.replace(/[_,]/g, ''))

/** Every number in a text, durations in milliseconds and sizes in bytes: “16 KiB” is 16,384, “2 s” 2,000. */
export function quantities(text: string): number[] {
  const found = text.matchAll(/(?<![\w.])(\d[\d,]*(?:\.\d+)?)(?:[ {2}]?(KiB|MiB|ms|min|s|h|d)\b)?/g)
  return [...found].map(([, digits = '', unit]) => Number(digits.replaceAll(',', '')) * (unit ? (UNITS[unit] ?? 1) : 1))
}

/** Whose names only sound like it, with what they are. */
const NO_BOUNDS: Readonly<Record<string, string>> = {
  'lib/packed-pages/counterweight.ts SLOT_BYTES': 'a size within a format',
  'lib/format/day-start.ts LONGEST_DAY_MINUTES': 'a fact about calendars',
  'lib/config-review/completeness.ts WORDMARK_LIMIT': 'advice to an editor, never a refusal',
  'lib/config-review/completeness.ts NAVIGATION_LIMIT': 'advice to an editor, never a refusal',
  'lib/config-review/completeness.ts TITLE_LIMIT': 'advice to an editor, never a refusal',
  'realtime-server/dispatcher/rush.ts AT_ONCE': 'a window of no length',
}

/** Constants and variables of the environment whose names say that they bound something and that have no row. */
export function unlisted(files: readonly string[], rows: readonly BoundRow[], read: ReadText): string[] {
  const listed = new Set(rows.map(({ file, place }) => `${file} ${place}`))
  return files.flatMap((file) =>
    namesIn(read(file) ?? '')
      .filter((name) => BOUNDING.test(name) && !listed.has(`${file} ${name}`) && !(`${file} ${name}` in NO_BOUNDS))
      .map(
        (name) => `add a row for \`${file}\` \`${name}\` to docs/bounds.md: what it bounds, and what happens one over`,
      ),
  )
}

const CONSTANT = /^(?:export )?const ([A-Z][A-Z0-9_]*)\b[^=\n]*=\s*(?=[\d[{(A-Z])/gm
const VARIABLE = /^ +([A-Z][A-Z0-9_]*): z\.[^\n]*\.default\(([\d_]+)\)/gm

/** Those that have a figure; what is text, a set or a pattern is no bound. */
function namesIn(source: string): string[] {
  const constants = [...source.matchAll(CONSTANT)].map(([, name = '']) => name)
  const variables = [...source.matchAll(VARIABLE)].map(([, name = '']) => name)
  return [...constants.filter((name) => /\d/.test(expressionOf(name, source) ?? '')), ...variables]
}

/** The values of a constant: one, or all of a list or an object, in order; null when it is not there or no number. */
export function valuesOf(name: string, file: string, read: ReadText): number[] | null {
  const source = read(file)
  if (source === null) return null
  const variable = [...source.matchAll(VARIABLE)].find(([, found]) => found === name)?.[2]
  const expression = variable ?? expressionOf(name, source)
  if (expression === null) return null
  const values = expression
    .replace(/[[\]{}]|\.\.\./g, '')
    .split(',')
    .map((part) => part.replace(/^(?:\s*['\w/-]+:)+/, '').trim())
    .filter((part) => part !== '')
    .map((part) => reckon(part, (operand) => operandOf(operand, file, source, read)))
  return values.includes(null) ? null : (values as number[])
}

/** What a constant is said to be, to the end of its line or of its brackets. */
function expressionOf(name: string, source: string): string | null {
  const begun = new RegExp(`^(?:export )?const ${name}\\b[^=\\n]*=\\s*`, 'm').exec(source)
  if (begun === null) return null
  const rest = source.slice(begun.index + begun[0].length).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  let depth = 0
  const end = [...rest].findIndex((sign) => {
    if (/[[{(]/.test(sign)) depth += 1
    if (/[\]})]/.test(sign)) depth -= 1
    return sign === '\n' && depth === 0
  })
  return rest
    .slice(0, end === -1 ? rest.length : end)
    .replace(/ as const\b/, '')
    .trim()
}

/** Sums of products and quotients, from left to right; null when something in it is no number. */
function reckon(expression: string, numberOf: (operand: string) => number | null): number | null {
  const terms = expression.split('+').map((term) => {
    const [first = '', ...rest] = term.split(/([*/])/).map((piece) => piece.trim())
    let value = numberOf(first)
    for (let at = 0; at < rest.length; at += 2) {
      const next = numberOf(rest[at + 1] ?? '')
      if (value === null || next === null) return null
      value = rest[at] === '*' ? value * next : value / next
    }
    return value
  })
  return terms.reduce((sum, term) => (sum === null || term === null ? null : sum + term), 0)
}

function operandOf(text: string, file: string, source: string, read: ReadText): number | null {
  if (/^[\d_]+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll('_', ''))
  const [, name, length] = /^([A-Z][A-Z0-9_]*)(\.length)?$/.exec(text) ?? []
  if (name === undefined) return null
  const values = valuesOf(name, homeOf(name, file, source), read)
  return (length ? values?.length : values?.[0]) ?? null
}

/** The file that says what a name is: another one of ours when it is imported from there. */
function homeOf(name: string, file: string, source: string): string {
  const [, from] = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '([#.][^']+)'`).exec(source) ?? []
  if (from === undefined) return file
  return from.startsWith('#') ? from.slice(1).replace(/^realtime\//, 'realtime-server/') : join(dirname(file), from)
}
