import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { ClearLine } from './clear-line.ts'
import type { Environment } from './environment.ts'
import { freePort } from './free-ports.ts'
import { onPath } from './on-path.ts'
import { lastLine, run } from './run.ts'
import type { Service, ServiceName } from './service.ts'

/** An engine that is there answers in milliseconds; a stopped Docker Desktop hangs. */
const PROBE_LIMIT_MS = 5_000
/** The first time it pulls three images. */
const UP_LIMIT_MS = 300_000

/** Where docker-compose.yml is. */
const root = join(import.meta.dirname, '../..')

export const insidePort: Record<ServiceName, number> = { postgres: 5432, redis: 6379, kafka: 9092 }

export async function dockerAnswers(): Promise<boolean> {
  if (!onPath('docker')) return false
  const probes = [
    ['docker', 'info', '--format', '{{.ServerVersion}}'],
    ['docker', 'compose', 'version'],
  ]
  const outcomes = await Promise.all(probes.map((argv) => run(argv, { limitMs: PROBE_LIMIT_MS })))
  return outcomes.every(({ status }) => status === 0)
}

export interface ComposeOptions {
  /** Containers and volumes belong to one data folder, so that two clones do not share a database. */
  readonly dataDir: string
  readonly throwaway?: boolean
  readonly say: (line: string) => void
}

/** Starts these services of docker-compose.yml and waits for their health checks. */
export async function startCompose(names: readonly ServiceName[], options: ComposeOptions): Promise<Service[]> {
  if (names.length === 0) return []
  const project = composeProject(options.dataDir)
  options.say(`docker compose up ${names.join(' ')}`)
  const ports = await Promise.all(names.map((name) => publishedPort(project, name)))
  const env = { ...process.env, ...portVariables(names, ports) }
  const up = await compose(project, ['up', '--detach', '--wait', ...names], env)
  if (up.status !== 0) throw new ClearLine(`docker compose could not start ${names.join(', ')}: ${lastLine(up.output)}`)
  const end = options.throwaway ? ['down', '--volumes'] : ['stop']
  let ended: Promise<unknown> | undefined
  return names.map((name, i) => ({
    name,
    address: address(name, ports[i] as number),
    provider: 'Docker (docker-compose.yml)',
    async [Symbol.asyncDispose]() {
      ended ??= compose(project, end, env) // all at once, whoever is disposed of first
      await ended
    },
  }))
}

/** Removes containers and volumes of this data folder. */
export async function removeCompose(dataDir: string): Promise<void> {
  await compose(composeProject(dataDir), ['down', '--volumes'], process.env)
}

export function composeProject(dataDir: string): string {
  return `marquee-${createHash('sha256').update(dataDir).digest('hex').slice(0, 8)}`
}

export function portVariables(names: readonly ServiceName[], ports: readonly number[]): Record<string, string> {
  return Object.fromEntries(names.map((name, i) => [`${name.toUpperCase()}_PORT`, `${ports[i]}`]))
}

/** The port a running container already has (a new one would make compose replace it), or a free one. */
async function publishedPort(project: string, name: ServiceName): Promise<number> {
  const { status, output } = await compose(project, ['port', name, `${insidePort[name]}`], process.env)
  const port = status === 0 ? Number(/:(\d+)\s*$/.exec(output)?.[1]) : Number.NaN
  return port > 0 ? port : freePort()
}

function compose(project: string, args: readonly string[], env: Environment) {
  return run(['docker', 'compose', '--project-name', project, ...args], { cwd: root, env, limitMs: UP_LIMIT_MS })
}

function address(name: ServiceName, port: number): string {
  if (name === 'postgres') return `postgresql://postgres@127.0.0.1:${port}/postgres`
  return name === 'redis' ? `redis://127.0.0.1:${port}` : `127.0.0.1:${port}`
}
