import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { BENCHES, type BenchName } from './benches.ts'
import { describeMachine, loadNow, readVersions } from './report/machine.ts'
import { writeReport } from './report/report.ts'
import { Result } from './report/result.ts'
import { keepResult } from './report/results-folder.ts'
import { isMet, verdictLine } from './report/wanted.ts'
import { changedSizes } from './sizes.ts'

/*
 * `npm run bench -- <name> …`: measures one thing after the other on real servers started for it, prints a table and keeps
 * it in bench/results. `all` is everything that needs no storefront; `report` makes docs/capacity.md of what is kept.
 * Absolute times are this machine's; compare figures of one run. Nothing here is a test: no figure makes it fail.
 */

const names = Object.keys(BENCHES) as BenchName[]
const asked = process.argv.slice(2)
// A bench that takes words is asked for alone: `lighthouse aurora`.
const [first = '', ...words] = asked
const withWords = isBench(first) && BENCHES[first].words !== undefined && words.length > 0
const wanted = asked.includes('all') ? names.filter((name) => BENCHES[name].inAll) : asked.filter(isBench)

if (asked.length === 1 && asked[0] === 'report') await writeReport()
else if (withWords) await measure(first)
else if (wanted.length === 0 || !asked.every((name) => name === 'all' || isBench(name))) explain()
else if (asked.length === 1 && wanted.length === 1) await measure(wanted[0] as BenchName)
else await oneAfterTheOther(wanted)
process.exit(process.exitCode)

function isBench(name: string): name is BenchName {
  return Object.hasOwn(BENCHES, name)
}

function explain(): void {
  console.error('usage: npm run bench -- report | all | <name> …')
  for (const name of names) {
    const { inAll, words = '' } = BENCHES[name]
    console.error(`  ${`${name} ${words}`.padEnd(22)} ${minutes(name)}${inAll ? '' : ', not in all'}`)
  }
  process.exitCode = 2
}

async function measure(name: BenchName): Promise<void> {
  const before = loadNow()
  const began = performance.now()
  const { run } = await BENCHES[name].load()
  const measured = await run()
  if (measured === undefined) return // it prints by itself
  console.log(measured.how)
  for (const [title, table] of Object.entries(measured.tables)) {
    if (title !== 'main') console.log(title)
    console.table(table)
  }
  const result = Result.parse({
    bench: name,
    ...measured,
    takenAt: new Date().toISOString(),
    tookS: Math.round((performance.now() - began) / 1_000),
    machine: describeMachine(),
    load: { before, after: loadNow() },
    versions: await readVersions(),
  })
  if (changedSizes.length > 0) console.log(`not kept, since ${changedSizes.join(', ')}`)
  else console.log(`kept in ${keepResult(result)}`)
  console.log(`${result.tookS} s; load ${before} before, ${result.load?.after} after`)
  for (const one of result.wanted) console.log(`${isMet(one) ? '✓' : '✗'} ${verdictLine(one)}`)
}

/** Each in a process of its own: the addresses of its servers are read once, and nothing of the one before is left. */
async function oneAfterTheOther(benches: readonly BenchName[]): Promise<void> {
  const total = benches.reduce((sum, name) => sum + BENCHES[name].seconds, 0)
  console.log(`${benches.length} benches, about ${Math.ceil(total / 60)} minutes`)
  for (const name of benches) {
    console.log(`\n== ${name}, ${minutes(name)}`)
    const child = spawn(process.execPath, [...process.execArgv, import.meta.filename, name], { stdio: 'inherit' })
    const [code] = await once(child, 'exit')
    if (code === 0) continue
    console.error(`${name} left with ${code}`)
    process.exitCode = 1
  }
}

function minutes(name: BenchName): string {
  const { seconds } = BENCHES[name]
  return seconds < 90 ? `about ${seconds} s` : `about ${Math.round(seconds / 6) / 10} min`
}
