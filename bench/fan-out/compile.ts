import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ClearLine } from '#dev/services/clear-line.ts'
import { onPath } from '#dev/services/on-path.ts'
import { run } from '#dev/services/run.ts'
import { root } from '#dev/system/programs.ts'

/** Compiles one of the C programs of this folder. @returns the program's path */
export async function compile(name: 'bare' | 'viewers' | 'stalled'): Promise<string> {
  const cc = onPath('cc')
  if (cc === null) throw new ClearLine('a C compiler is needed for this bench: sudo apt-get install -y gcc libc6-dev')
  const folder = join(root, '.data/bench')
  mkdirSync(folder, { recursive: true })
  const program = join(folder, name)
  const { status, output } = await run([cc, '-O2', '-Wall', '-o', program, join(import.meta.dirname, `${name}.c`)])
  if (status !== 0) throw new ClearLine(`${name}.c does not compile:\n${output}`)
  return program
}
