import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ClearLine } from '#dev/services/clear-line.ts'
import { run } from '#dev/services/run.ts'
import { demoResellers } from '#dev/system/addresses.ts'
import { root } from '#dev/system/programs.ts'
import { findChromium } from '#dev/test/chromium.ts'
import { benchSystem } from '../bench-system.ts'
import { Shopper } from '../orders/shopper.ts'
import { storeShowToSell } from '../show-to-sell.ts'
import { installLighthouse } from './install.ts'
import { type PageScore, readScore } from './report.ts'

/** A page takes half a minute, and three on a machine that does other things. */
const LIMIT_MS = 240_000
/**
 * Lighthouse waits for a network that is silent, and a page with a stream has none: it waits for this long. Everything that
 * a page does by itself is done in five seconds; in two minutes a countdown fills the trace until its beginning is lost.
 */
const LOAD_LIMIT_MS = 20_000
/** Whole reports, each replaced by the next run: Lighthouse's viewer opens them. */
const REPORTS = join(root, 'test-results/lighthouse')
/**
 * What is somebody's own is kept out of search engines on purpose, and that alone is a third of the figure: it is not
 * asked of the checkout.
 */
const NOT_ASKED = { home: [], show: [], checkout: ['is-crawlable'] } as const

/** Home, show and checkout of each theme on Lighthouse's phone: scores, and what failed. */
export async function lighthouse(): Promise<void> {
  const chromium = await findChromium(console.log)
  if ('missing' in chromium) throw new ClearLine(chromium.missing)
  const cli = await installLighthouse()
  await using started = await benchSystem()
  const { system } = started
  const show = await storeShowToSell(system.core)
  const table: Record<string, PageScore> = {}
  const wanted = process.argv[3]
  if (wanted && !demoResellers.some((one) => one === wanted)) throw new ClearLine(`there is no reseller ${wanted}`)
  for (const reseller of demoResellers.filter((one) => !wanted || one === wanted)) {
    const shop = system.resellers[reseller]
    const shopper = new Shopper(shop, 0)
    const checkout = await shopper.reserves(show, 'floor')
    const pages = { home: '/', show: `/shows/${show}`, checkout: `/checkout/${checkout}` }
    for (const page of Object.keys(pages) as (keyof typeof pages)[]) {
      const { row, failed } = await measure(cli, chromium.path, {
        url: `${shop}${pages[page]}`,
        cookie: page === 'checkout' ? shopper.cookie : '',
        notAsked: NOT_ASKED[page],
        file: join(REPORTS, `${reseller}-${page}.json`),
      })
      table[`${reseller} ${page}`] = row
      for (const one of failed) console.log(`${reseller} ${page} · ${one}`)
    }
  }
  console.log(`edge: ${system.edge}; reports in ${REPORTS}`)
  console.table(table)
}

interface Visit {
  readonly url: string
  readonly cookie: string
  /** Audits that are left out. */
  readonly notAsked: readonly string[]
  /** Where the report goes. */
  readonly file: string
}

async function measure(cli: string, chromium: string, { url, cookie, notAsked, file }: Visit) {
  mkdirSync(REPORTS, { recursive: true })
  const flags = ['--headless=new', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const argv = [
    ...[process.execPath, cli, url, '--quiet', '--output=json', `--output-path=${file}`],
    `--max-wait-for-load=${LOAD_LIMIT_MS}`,
    `--chrome-flags=${flags.join(' ')}`,
    ...notAsked.map((audit) => `--skip-audits=${audit}`),
    ...(cookie ? [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`] : []),
  ]
  const once = () => run(argv, { env: { ...process.env, CHROME_PATH: chromium }, limitMs: LIMIT_MS })
  let { status, output } = await once()
  // One trace in some dozens has lost its beginning (NO_NAVSTART), and the other eleven pages need not be taken again.
  if (output.includes('NO_NAVSTART')) {
    console.log(`${url} · the trace had no beginning; taken once more`)
    ;({ status, output } = await once())
  }
  if (status !== 0) throw new ClearLine(`${url}: ${output.trim()}`)
  return readScore(JSON.parse(readFileSync(file, 'utf8')))
}
