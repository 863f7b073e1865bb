import { markdownTable } from './markdown-table.ts'
import type { Plot } from './plots.ts'
import type { Result } from './result.ts'
import { verdictLine } from './wanted.ts'

/** What a page says of one result: how it was measured, its tables, its pictures, what was wanted, and when and where that was. */
export function sectionOf(result: Result, plots: readonly Plot[]): string {
  const tables = Object.entries(result.tables).map(([title, table]) =>
    title === 'main' ? markdownTable(table) : `${sentence(title)}:\n\n${markdownTable(table)}`,
  )
  const pictures = plots.map(({ file, title }) => `![${title}](plots/${file})`)
  const verdicts = result.wanted.map((one) => `- ${verdictLine(one).replace(/(met|MISSED)$/, '**$1**')}`).join('\n')
  return [
    `\`npm run bench -- ${result.bench}\`: ${lower(result.how)}`,
    ...tables,
    ...pictures,
    ...(verdicts ? [verdicts] : []),
    takenLine(result),
  ].join('\n\n')
}

function takenLine({ takenAt, origin, load, tookS, stoppedBy, machine }: Result): string {
  const when = `${takenAt.slice(0, 16).replace('T', ' ')} UTC`
  const busy = load ? `; load ${load.before} before and ${load.after} after` : ''
  const took = tookS === null ? '' : `, ${tookS} s`
  const where = `${machine.cores} cores (${machine.cpu}), ${machine.memoryGb} GB`
  return `*Taken ${when}${took} on ${where}${busy}${origin ? `; ${origin}` : ''}. What stopped it: ${stoppedBy}.*`
}

/** Versions that all results agree on, and those that they do not, for the head of a page. */
export function versionsOf(results: Iterable<Result>): string {
  const found = new Map<string, Set<string>>()
  for (const { versions } of results) {
    for (const [name, version] of Object.entries(versions)) found.set(name, (found.get(name) ?? new Set()).add(version))
  }
  return [...found].map(([name, versions]) => `${name} ${[...versions].join(' and ')}`).join(', ')
}

const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** Goes on after a colon: where it begins with one of our usual words, small. */
const lower = (text: string): string =>
  /^(Real|From|Each|A) /.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text
