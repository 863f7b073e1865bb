import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#dev/system/programs.ts'
import { partsOf, writeParts } from './page.ts'
import { plotsOf } from './plots.ts'
import { readResults } from './results-folder.ts'
import { sectionOf, versionsOf } from './section.ts'

const PAGE = join(root, 'docs/capacity.md')
const PLOTS = join(root, 'docs/plots')

/** `npm run bench -- report`: writes the tables and pictures of docs/capacity.md from what is kept in bench/results. */
export async function writeReport(): Promise<void> {
  const results = readResults()
  const page = readFileSync(PAGE, 'utf8')
  const parts = new Map([['versions', `Versions: ${versionsOf(results.values())}.`]])
  mkdirSync(PLOTS, { recursive: true })
  for (const [bench, result] of results) {
    const plots = plotsOf(result)
    for (const { file, svg } of plots) writeFileSync(join(PLOTS, file), svg)
    parts.set(bench, sectionOf(result, plots))
  }
  writeFileSync(PAGE, writeParts(page, parts))
  const known = partsOf(page)
  for (const part of known) console.log(parts.has(part) ? `written: ${part}` : `no result yet: ${part}`)
  for (const part of parts.keys()) if (!known.includes(part)) console.error(`docs/capacity.md has no part for ${part}`)
}
