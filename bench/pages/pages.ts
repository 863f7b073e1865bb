import { findNginx } from '#dev/edge/find-nginx.ts'
import { ClearLine } from '#dev/services/clear-line.ts'
import { benchSystem } from '../bench-system.ts'
import { quantile } from '../quantiles.ts'
import { readPage } from '../read-page.ts'
import { storeShowToSell } from '../show-to-sell.ts'
import { BenchNginx } from './bench-nginx.ts'
import { type Asked, compileLoad, load } from './load.ts'
import { Variants } from './variants.ts'

/** Each contender's turns come round and round, so that what else the machine does hits all alike. */
const ROUNDS = 5
const SECONDS = 1.5

/** What V8 needs until it runs a page's rendering as fast as it will. */
const WARM_UP_SECONDS = 3

/**
 * Anonymous pages through the edge beside the same nginx serving a file of that size, sent by the kernel and read as a page
 * has to be, and as browsers ask for them, compressed, beside the same nginx compressing a kept page without swapping a
 * nonce; the storefront alone; and the home page as an application of its own, rendered for every request beside its
 * variant with partial prerendering.
 */
export async function pages(): Promise<void> {
  const found = await findNginx(process.env)
  if (!('path' in found)) throw new ClearLine(`pages are compared with nginx: ${found.without}`)
  const program = await compileLoad()
  await using started = await benchSystem()
  const { system } = started
  const host = 'aurora.localhost'
  const storefront = Number(new URL(system.storefront).port)
  const show = await storeShowToSell(system.core)
  const paths = { home: '/', show: `/shows/${show}` }
  const site = `http://${host}:${storefront}`
  const files = Object.fromEntries(
    await Promise.all(
      Object.entries(paths).map(async ([name, path]) => [`${name}.html`, await readPage(site, path)] as const),
    ),
  )
  await using nginx = await BenchNginx.start(found.path, storefront, files)
  const table: Record<string, Record<string, number>> = {}
  for (const [name, path] of Object.entries(paths)) {
    const plain = { host, path, encoding: 'identity' as const }
    const small = { host, path, encoding: 'gzip' as const }
    const [file, read, edge, kept, edgeSmall, next] = await inTurns(program, [
      { ...plain, port: nginx.files, path: `/${name}.html` },
      { ...plain, port: nginx.read, path: `/${name}.html` },
      { ...plain, port: nginx.edge },
      { ...small, port: nginx.kept },
      { ...small, port: nginx.edge },
      { ...plain, port: storefront },
    ])
    table[name] = {
      KB: Math.round((files[`${name}.html`]?.length ?? 0) / 1_000),
      'file /s': file ?? 0,
      'file, read /s': read ?? 0,
      'edge /s': edge ?? 0,
      'edge : file': ratio(edge, file),
      'edge : file, read': ratio(edge, read),
      'kept, gzip /s': kept ?? 0,
      'edge, gzip /s': edgeSmall ?? 0,
      'edge : kept, gzip': ratio(edgeSmall, kept),
      'edge, gzip : file': ratio(edgeSmall, file),
      'Next alone /s': next ?? 0,
    }
  }
  console.log(
    `requests a second, medians of ${ROUNDS} rounds of ${SECONDS} s; two nginx workers and the load share the cores`,
  )
  console.table(table)
  await using variants = await Variants.start(system.core)
  console.log('requests a second of the home page without an edge, one Next process each')
  console.table(await rendered(program, { host, storefront, ports: variants.ports }))
}

interface Rendering {
  readonly host: string
  /** Its port. */
  readonly storefront: number
  readonly ports: Variants['ports']
}

async function rendered(program: string, { host, storefront, ports }: Rendering) {
  const plain = { host, path: '/', encoding: 'identity' as const }
  const all = [storefront, ports.dynamic, ports.ppr].map((port) => ({ ...plain, port }))
  for (const asked of all) await load(program, asked, WARM_UP_SECONDS)
  const [storefrontRate, dynamic, ppr] = await inTurns(program, all)
  const KB = async (port: number) => Math.round((await readPage(`http://${host}:${port}`)).length / 1_000)
  return {
    storefront: { KB: await KB(storefront), '/s': storefrontRate, ': ppr': ratio(storefrontRate, ppr) },
    'the same page alone, with a nonce': { KB: await KB(ports.dynamic), '/s': dynamic, ': ppr': ratio(dynamic, ppr) },
    'its ppr variant': { KB: await KB(ports.ppr), '/s': ppr, ': ppr': 1 },
  }
}

/** @returns medians of requests a second, in the order of what was asked */
async function inTurns(program: string, all: readonly Asked[]): Promise<number[]> {
  const samples = all.map((): number[] => [])
  for (const asked of all) await load(program, asked, 0.5) // what is kept is there, and every path is warm
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [i, asked] of all.entries()) {
      const { perSecond, failures } = await load(program, asked, SECONDS)
      if (failures > 0) console.log(`${failures} answers of ${asked.path} on port ${asked.port} were not 200`)
      samples[i]?.push(perSecond)
    }
  }
  return samples.map((some) => Math.round(quantile(some, 0.5)))
}

const ratio = (one = 0, other = 1): number => Math.round((one / other) * 100) / 100
