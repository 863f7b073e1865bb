import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { awaitOutput } from '#dev/services/await-output.ts'
import { compile } from '../fan-out/compile.ts'

/** Viewers that are ready and never read again: stalled.c. Resolves when all are there. */
export async function gatherStalled(port: number, count: number, request: string): Promise<Disposable> {
  const folder = mkdtempSync(join(tmpdir(), 'stalled-'))
  writeFileSync(join(folder, 'request'), request)
  const child = spawn(await compile('stalled'), [`${port}`, `${count}`, join(folder, 'request')])
  await awaitOutput(child, /stalled/, 30_000)
  return {
    [Symbol.dispose]() {
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
