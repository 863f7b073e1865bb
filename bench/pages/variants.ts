import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ShowPage } from '#contracts/show.ts'
import { aurora } from '#dev/demo/resellers/aurora.ts'
import { endChild, hasEnded, startChild } from '#dev/services/child.ts'
import { ClearLine } from '#dev/services/clear-line.ts'
import { freePorts, isBusy } from '#dev/services/free-ports.ts'
import { run } from '#dev/services/run.ts'
import { root } from '#dev/system/programs.ts'
import { openFontSheets } from '#lib/fonts/font-sheets.ts'
import type { Content } from './variant/content.ts'

const VARIANTS = ['dynamic', 'ppr'] as const
export type Variant = (typeof VARIANTS)[number]

/** Below the repository, because it imports the storefront's components; what Next writes beside them is nobody's. */
const folder = join(root, '.data/bench/variant')
const next = join(root, 'node_modules/next/dist/bin/next')

/**
 * The storefront's home page as an application of its own, twice: rendered for every request with a nonce, and with
 * `cacheComponents`, where the shell is made beforehand and the shows come into it. One process each.
 */
export class Variants implements AsyncDisposable {
  readonly ports: Readonly<Record<Variant, number>>
  readonly #started: AsyncDisposableStack

  private constructor(ports: Record<Variant, number>, started: AsyncDisposableStack) {
    this.ports = ports
    this.#started = started
  }

  /** @param core the stand-in that the storefront asks, too */
  static async start(core: string): Promise<Variants> {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    cpSync(join(import.meta.dirname, 'variant'), folder, { recursive: true })
    writeFileSync(join(folder, 'content.json'), JSON.stringify(await readContent(core)))
    await using started = new AsyncDisposableStack()
    const [dynamic = 0, ppr = 0] = await freePorts(VARIANTS.length)
    const ports = { dynamic, ppr }
    for (const variant of VARIANTS) await build(variant)
    for (const variant of VARIANTS) {
      const child = startChild([process.execPath, next, 'start', '-p', `${ports[variant]}`], at(variant))
      started.defer(() => endChild(child, 'SIGTERM', 5_000))
      while (!(await isBusy(ports[variant]))) {
        if (hasEnded(child)) throw new ClearLine(`the ${variant} variant of the page did not start`)
        await sleep(50)
      }
    }
    return new Variants(ports, started.move())
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#started.disposeAsync()
  }
}

const at = (variant: Variant) => ({
  cwd: folder,
  env: {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    VARIANT: variant,
    CONTENT: join(folder, 'content.json'),
  },
})

async function build(variant: Variant): Promise<void> {
  const { status, output } = await run([process.execPath, next, 'build'], at(variant))
  if (status !== 0) throw new ClearLine(`the ${variant} variant of the page cannot be built:\n${output.trimEnd()}`)
}

/** The same shows as on the storefront's home page. */
async function readContent(core: string): Promise<Content> {
  const response = await fetch(`${core}/v1/shows?`, { headers: { authorization: 'Bearer demo-aurora' } })
  const { items, nextCursor } = ShowPage.parse(await response.json())
  const [host = ''] = aurora.hosts
  const sheets = openFontSheets(root)
  return {
    site: { resellerId: 'aurora', version: 1, host, primaryHost: host, config: aurora },
    programme: { items, nextCursor, staleSince: null },
    featured: aurora.home.map((section) =>
      section.type === 'featured' ? items.filter((show) => section.showIds.includes(show.id)) : [],
    ),
    fonts: { rules: sheets.rules(aurora.theme.fonts), mainFiles: sheets.mainFiles(aurora.theme.fonts) },
  }
}
