import { startChild } from './child.ts'
import type { Environment } from './environment.ts'

export interface Outcome {
  /** Null when the program could not be started or was ended by a signal. */
  readonly status: number | null
  /** Both streams, in the order they came. */
  readonly output: string
}

export interface RunOptions {
  readonly env?: Environment
  readonly cwd?: string
  readonly limitMs?: number
  readonly unprivileged?: boolean
}

/** Runs a short program to its end, without blocking what else is starting. It never throws: a missing program is an outcome. */
export function run(argv: readonly string[], { limitMs, ...options }: RunOptions = {}): Promise<Outcome> {
  return new Promise((done) => {
    const child = startChild(argv, options)
    const limit = limitMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), limitMs)
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    const finish = (status: number | null, more = '') => {
      clearTimeout(limit)
      done({ status, output: output + more })
    }
    child.once('error', (error) => finish(null, error.message))
    child.once('close', (status) => finish(status))
  })
}

/** The last line that says something: in most programs, why they failed. */
export const lastLine = (output: string): string => output.trim().split('\n').at(-1) ?? ''
