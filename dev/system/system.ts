import { join } from 'node:path'
import { drawPosters } from '../demo/draw-posters.ts'
import { edgeProgram } from '../edge/edge-program.ts'
import { applyMigrations } from '../migrations/apply.ts'
import type { Services } from '../services/all.ts'
import { startServices } from '../services/all.ts'
import { ClearLine } from '../services/clear-line.ts'
import { run } from '../services/run.ts'
import { type Ports, shopPort } from './addresses.ts'
import { buildStorefront, copyFonts } from './build.ts'
import { startBus } from './bus.ts'
import { generateClient } from './generate.ts'
import type { ProgramReports } from './program.ts'
import type { Variables } from './program-variables.ts'
import { type ProgramSpec, programSpecs, root } from './programs.ts'
import { keepSecrets } from './secrets.ts'
import { untilSitesAnswer } from './sites.ts'
import type { Steps } from './steps.ts'
import { Supervisor } from './supervisor.ts'
import { systemVariables } from './variables.ts'

export interface SystemOptions {
  readonly dataDir: string
  /** With an edge's only together with `nginx`. */
  readonly ports: Ports
  /** The program that is the edge; null without. */
  readonly nginx: string | null
  /** Where the storefront is built, below the repository. */
  readonly buildFolder: string
  readonly throwaway?: boolean
  readonly crowd?: number
  readonly steps: Steps
  readonly reports: ProgramReports
}

export interface System extends AsyncDisposable {
  readonly services: Services
  readonly supervisor: Supervisor
  readonly variables: Variables
}

/** Brings up everything from nothing, or from what `dataDir` keeps. Disposing stops it in order. */
export async function startSystem(options: SystemOptions): Promise<System> {
  const { steps, ports, dataDir } = options
  await using started = new AsyncDisposableStack()

  const services = await steps.run('services', async () =>
    started.use(await startServices({ ...options, say: steps.note })),
  )
  const bus = started.use(await startBus(options))
  const variables: Variables = {
    ...systemVariables(services, ports, keepSecrets(dataDir)),
    ...(bus ? { RABBITMQ_URL: bus.address } : {}),
  }
  await steps.run('migrations', () => applyMigrations(variables.DATABASE_OWNER_URL as string))
  await steps.run('client, fonts', () => Promise.all([generateClient(), copyFonts()]))

  const supervisor = started.use(new Supervisor(specs(options), variables, join(dataDir, 'logs'), options.reports))
  await Promise.all([startFront(supervisor, options), startBehind(supervisor, variables, steps)])
  if (ports.edge) await steps.run('edge', () => supervisor.startStage('edge'))
  await steps.run('sites', () => untilSitesAnswer(shopPort(ports), steps.over))
  // An account belongs to a reseller, which the worker has stored by now.
  await steps.run('accounts', () => seed('seed-accounts.ts', variables))

  const running = started.move()
  return { services, supervisor, variables, [Symbol.asyncDispose]: () => running.disposeAsync() }
}

function specs(options: SystemOptions): ProgramSpec[] {
  const { ports, nginx, dataDir } = options
  const edge = ports.edge && nginx ? [edgeProgram(nginx, join(dataDir, 'edge'), ports, ports.edge)] : []
  return [...programSpecs(ports, options), ...edge]
}

/** The storefront needs nobody in order to be ready: it says what it lacks. */
async function startFront(supervisor: Supervisor, { steps, buildFolder }: SystemOptions): Promise<void> {
  await steps.run('storefront build', () => buildStorefront(buildFolder))
  await steps.run('storefront', () => supervisor.startStage('storefront'))
}

/** Everything else, while the storefront is being built. */
async function startBehind(supervisor: Supervisor, variables: Variables, steps: Steps): Promise<void> {
  await steps.run('stand-ins', () => supervisor.startStage('stand-ins'))
  await Promise.all([
    steps.run('realtime', () => supervisor.startStage('realtime')),
    steps.run('demo data', () => seed('seed.ts', variables)),
  ])
  await steps.run('posters', () => drawPosters(variables.CORE_URL as string))
}

async function seed(file: string, variables: Variables): Promise<void> {
  const argv = [process.execPath, join(root, 'dev/demo', file)]
  const { status, output } = await run(argv, { cwd: root, env: { ...process.env, ...variables } })
  if (status !== 0)
    throw new ClearLine(
      `the demo data could not be made; if .data is of an older version, npm run reset helps:\n${output.trimEnd()}`,
    )
}
