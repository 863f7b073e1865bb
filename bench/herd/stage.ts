import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { awaitOutput } from '#dev/services/await-output.ts'
import type { HerdOptions } from './orders.ts'

/** What stands behind a herd. */
export interface Stage extends AsyncDisposable {
  readonly kind: HerdOptions['kind']
  /** Doors for viewers. */
  readonly urls: readonly string[]
  /** Gives everybody message `n`, counted from 1. */
  publish(n: number): Promise<void>
}

export const SHOW = 'herd'

/** Nobody is an attacker here, though all come from two addresses. */
export const ROOM = { BALANCER_MAX_PER_ADDRESS: '100000', BALANCER_CONNECTS_PER_ADDRESS: '100000' }

/** As production starts nodes and balancers (decision 0040). */
export const PRODUCTION_HEAP = { NODE_OPTIONS: '--disable-warning=TimeoutNegativeWarning --max-semi-space-size=4' }

/** One Socket.IO server that keeps what it sent for two minutes, in its memory. */
export async function startSocketIo(port: number) {
  const child = spawn(process.execPath, [
    join(import.meta.dirname, '../fan-out/servers/socket-io.ts'),
    `${port}`,
    'recover',
  ])
  child.stdin.on('error', () => {}) // a message on its way to one that stops
  await awaitOutput(child, /listening/, 30_000)
  return child
}
