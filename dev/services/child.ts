import { type ChildProcess, spawn } from 'node:child_process'
import type { Environment } from './environment.ts'
import { onPath } from './on-path.ts'

export interface ChildOptions {
  readonly env?: Environment
  readonly cwd?: string
  /** What the kernel sends the child when we die without stopping it (Linux). Without util-linux it outlives our SIGKILL. */
  readonly lastSignal?: 'KILL' | 'TERM' | 'INT'
  /** Run as nobody in a user namespace when we are root (PostgreSQL refuses root). */
  readonly unprivileged?: boolean
  /** File descriptor that takes the child's output; without it the output is piped to us. */
  readonly output?: number
}

/**
 * Starts a program that dies with us. It gets a process group of its own: Ctrl-C in the terminal reaches only us,
 * and we stop our children in order.
 */
export function startChild(argv: readonly string[], options: ChildOptions = {}): ChildProcess {
  const [command, ...args] = wrapped(argv, options)
  if (command === undefined) throw new Error('nothing to start: the command line is empty')
  const output = options.output ?? 'pipe'
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...(options.env ?? process.env) } as NodeJS.ProcessEnv,
    detached: true,
    stdio: ['ignore', output, output],
  })
  living.add(child)
  child.once('exit', () => living.delete(child))
  return child
}

/** Everything started above that has not ended yet. */
const living = new Set<ChildProcess>()

/** Ends at once whatever still runs, for a second Ctrl-C and for what a cancelled start left half-way. */
export function killChildren(): void {
  for (const child of living) child.kill('SIGKILL')
}

/** The command line behind the two wrappers that it needs. The namespace comes first: entering one clears the last signal. */
function wrapped(argv: readonly string[], options: ChildOptions): string[] {
  const nobody = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--']
  const dyingWithUs = ['setpriv', '--pdeathsig', options.lastSignal ?? 'KILL', '--']
  return [
    ...(options.unprivileged && process.getuid?.() === 0 ? nobody : []),
    ...(process.platform === 'linux' && onPath('setpriv') ? dyingWithUs : []),
    ...argv,
  ]
}

export const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

/** Asks a child to stop and waits until it is gone; after the grace it is killed. */
export async function endChild(child: ChildProcess, signal: NodeJS.Signals, graceMs: number): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill(signal)
  const impatience = setTimeout(() => child.kill('SIGKILL'), graceMs)
  await gone
  clearTimeout(impatience)
}
