import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ClearLine } from '#dev/services/clear-line.ts'
import { run } from '#dev/services/run.ts'
import { demoResellers } from '#dev/system/addresses.ts'
import { findChromium } from '#dev/test/chromium.ts'
import { benchSystem } from '../bench-system.ts'
import { Shopper } from '../orders/shopper.ts'
import { storeShowToSell } from '../show-to-sell.ts'
import { installLighthouse } from './install.ts'
import { type PageScore, readScore } from './report.ts'

/** A page on a machine that does other things takes half a minute. */
const LIMIT_MS = 120_000

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
  for (const reseller of demoResellers.filter((one) => !wanted || one === wanted)) {
    const shop = system.resellers[reseller]
    const shopper = new Shopper(shop, 0)
    const checkout = await shopper.reserves(show, 'floor')
    const pages = { home: '/', show: `/shows/${show}`, checkout: `/checkout/${checkout}` }
    for (const [page, path] of Object.entries(pages)) {
      const cookie = page === 'checkout' ? shopper.cookie : ''
      const { row, failed } = await measure(cli, chromium.path, `${shop}${path}`, cookie)
      table[`${reseller} ${page}`] = row
      for (const one of failed) console.log(`${reseller} ${page} · ${one}`)
    }
  }
  console.log(`edge: ${system.edge}`)
  console.table(table)
}

async function measure(cli: string, chromium: string, url: string, cookie: string) {
  const folder = mkdtempSync(join(tmpdir(), 'marquee-lighthouse-'))
  const file = join(folder, 'report.json')
  const flags = ['--headless=new', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const argv = [
    ...[process.execPath, cli, url, '--quiet', '--output=json', `--output-path=${file}`],
    `--chrome-flags=${flags.join(' ')}`,
    ...(cookie ? [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`] : []),
  ]
  try {
    const { status, output } = await run(argv, { env: { ...process.env, CHROME_PATH: chromium }, limitMs: LIMIT_MS })
    if (status !== 0) throw new ClearLine(`${url}: ${output.trim()}`)
    return readScore(JSON.parse(readFileSync(file, 'utf8')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
