import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { installPackages } from './apt.ts'
import { awaitOutput } from './await-output.ts'
import { endChild, startChild } from './child.ts'
import { ClearLine } from './clear-line.ts'
import type { Environment } from './environment.ts'
import { onPath } from './on-path.ts'
import { quietPorts } from './quiet-ports.ts'
import { rabbitmqSettings } from './rabbitmq-settings.ts'
import { lastLine, run } from './run.ts'
import type { Service, ServiceOptions } from './service.ts'

/** Three seconds on an idle machine; a busy one that compiles nothing but shares its cores takes ten times that. */
const START_LIMIT_MS = 90_000
/** It listens seconds after its ports were drawn; somebody else may have drawn one of them too. */
const PORT_ATTEMPTS = 3
const PORT_TAKEN = /already_used|eaddrinuse|already in use/
/** The tool starts a virtual machine of its own each time. */
const CONTROL_LIMIT_MS = 60_000
/** Debian's programs on PATH change to a user of their own and to /var/lib; the ones behind them run as anybody, anywhere. */
const DEBIAN_FOLDER = '/usr/lib/rabbitmq/bin'

export interface RabbitmqOptions extends ServiceOptions {
  /** A port to come back on, for a test that kills it; otherwise a free one. */
  readonly port?: number
}

export interface RabbitmqServer extends Service {
  readonly pid: number
  /** Runs `rabbitmqctl` on this server and returns what it printed, e.g. `control('set_vm_memory_high_watermark', '0.4')`. */
  control(...args: readonly string[]): Promise<string>
}

/**
 * RabbitMQ from Debian's package, installed when we are root, run as whoever we are. Nothing of it is shared: port,
 * folder, cookie, and the port mapper (epmd), which would otherwise be started as a daemon and outlive everybody.
 */
export async function startRabbitmq(options: RabbitmqOptions): Promise<RabbitmqServer> {
  const program = await serverProgram(options.say)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnQuietPorts(program, options)
    } catch (error) {
      if (attempt === PORT_ATTEMPTS || !PORT_TAKEN.test(String(error))) throw error
    }
  }
}

async function startOnQuietPorts(program: string, options: RabbitmqOptions): Promise<RabbitmqServer> {
  const [free, mapperPort, distribution] = (await quietPorts(3)) as [number, number, number]
  const port = options.port ?? free
  const dataDir = resolve(options.dataDir)
  mkdirSync(dataDir, { recursive: true })
  const { files, environment } = rabbitmqSettings({ port, mapper: mapperPort, distribution }, dataDir)
  for (const [file, text] of Object.entries(files)) writeFileSync(file, text)
  const env = { ...process.env, ...environment }

  await using started = new AsyncDisposableStack()
  const mapper = startChild([onPath('epmd') ?? 'epmd', '-port', `${mapperPort}`, '-address', '127.0.0.1'], { env })
  started.defer(() => endChild(mapper, 'SIGKILL', 1_000))
  const child = startChild([program], { env, lastSignal: 'TERM' })
  started.defer(() => endChild(child, options.throwaway ? 'SIGKILL' : 'SIGTERM', 20_000))
  await awaitOutput(child, /Server startup complete/, START_LIMIT_MS)
  const running = started.move()
  return {
    name: 'rabbitmq',
    address: `amqp://guest:guest@127.0.0.1:${port}`,
    provider: `native (${program})`,
    pid: child.pid as number,
    control: (...args) => control(program, env, args),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}

async function control(program: string, env: Environment, args: readonly string[]): Promise<string> {
  const tool = program.replace(/rabbitmq-server$/, 'rabbitmqctl')
  const { status, output } = await run([tool, '--quiet', ...args], { env, limitMs: CONTROL_LIMIT_MS })
  if (status !== 0) throw new Error(`rabbitmqctl ${args.join(' ')}: ${lastLine(output)}`)
  return output.trim()
}

async function serverProgram(say: (line: string) => void): Promise<string> {
  const there = findServer()
  if (there) return there
  await installPackages(['rabbitmq-server'], say)
  await stopDebiansOwn()
  const installed = findServer()
  if (!installed) throw new ClearLine('rabbitmq-server was installed, but is not to be found')
  return installed
}

function findServer(): string | null {
  const debians = join(DEBIAN_FOLDER, 'rabbitmq-server')
  return existsSync(debians) ? debians : onPath('rabbitmq-server')
}

/** Where systemd runs, the package starts a server on the usual port, whatever the run level says. Nobody asked for that one. */
async function stopDebiansOwn(): Promise<void> {
  if (!existsSync('/run/systemd/system')) return
  await run(['systemctl', 'disable', '--now', 'rabbitmq-server', 'epmd.socket', 'epmd.service'])
}
