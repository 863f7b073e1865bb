import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ClearLine } from '#dev/services/clear-line.ts'
import { onPath } from '#dev/services/on-path.ts'
import { run } from '#dev/services/run.ts'
import { root } from '#dev/system/programs.ts'

const Load = z.object({
  perSecond: z.number(),
  megabytesPerSecond: z.number(),
  /** Answers that were not 200. */
  failures: z.int(),
  p99Ms: z.number(),
})
export type Load = z.infer<typeof Load>

export interface Asked {
  readonly port: number
  readonly host: string
  readonly path: string
  readonly encoding: 'identity' | 'gzip'
}

/** As many as keep two workers busy; more only wait. */
const CONNECTIONS = 32

/** @returns the path of load.c, compiled */
export async function compileLoad(): Promise<string> {
  const cc = onPath('cc')
  if (cc === null) throw new ClearLine('a C compiler is needed for this bench: sudo apt-get install -y gcc libc6-dev')
  const program = join(root, '.data/bench/load')
  mkdirSync(join(root, '.data/bench'), { recursive: true })
  const { status, output } = await run([cc, '-O2', '-Wall', '-o', program, join(import.meta.dirname, 'load.c')])
  if (status !== 0) throw new ClearLine(`load.c does not compile:\n${output}`)
  return program
}

export async function load(program: string, { port, host, path, encoding }: Asked, seconds: number): Promise<Load> {
  const argv = [program, `${port}`, host, path, `${seconds}`, `${CONNECTIONS}`, encoding]
  const { status, output } = await run(argv, { limitMs: (seconds + 20) * 1_000 })
  if (status !== 0) throw new ClearLine(`${host}${path} on ${port}: ${output.trim()}`)
  return Load.parse(JSON.parse(output))
}
