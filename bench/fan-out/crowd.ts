import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { z } from 'zod'
import { compile } from './compile.ts'
import type { Contender } from './contender.ts'

const Ready = z.object({ ready: z.int(), connectMs: z.number() })

/** What viewers saw; times are microseconds from publishing to reading. */
const Report = z.object({
  delivered: z.int(),
  doubled: z.int(),
  gone: z.int(),
  messages: z.array(z.object({ heard: z.int(), p50: z.int(), p99: z.int(), last: z.int() })),
})
export type Report = z.infer<typeof Report>

/** Many viewers of one server: viewers.c, started and spoken to. */
export class Crowd implements Disposable {
  readonly connectMs: number
  readonly #child: ChildProcess
  readonly #lines: Interface
  readonly #folder: string

  private constructor(connectMs: number, child: ChildProcess, lines: Interface, folder: string) {
    this.connectMs = connectMs
    this.#child = child
    this.#lines = lines
    this.#folder = folder
  }

  /** Resolves when all of them are ready. */
  static async gather(
    contender: Pick<Contender, 'request' | 'ready' | 'answer'>,
    port: number,
    count: number,
    messages: number,
  ): Promise<Crowd> {
    const folder = mkdtempSync(join(tmpdir(), 'crowd-'))
    writeFileSync(join(folder, 'requests'), [contender.request].flat().join('\0'))
    const answer = contender.answer ? [contender.answer.hex, contender.answer.ready] : []
    const args = [`${port}`, `${count}`, `${messages}`, join(folder, 'requests'), contender.ready, ...answer]
    const child = spawn(await compile('viewers'), args, { stdio: ['pipe', 'pipe', 'inherit'] })
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })
    const { connectMs } = Ready.parse(JSON.parse(await nextLine(lines, child)))
    return new Crowd(connectMs, child, lines, folder)
  }

  /** They have seen enough. */
  async report(): Promise<Report> {
    const line = nextLine(this.#lines, this.#child)
    this.#child.stdin?.end()
    return Report.parse(JSON.parse(await line))
  }

  [Symbol.dispose](): void {
    this.#child.kill('SIGKILL')
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

function nextLine(lines: Interface, child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    lines.once('line', done)
    child.once('exit', (code) => fail(new Error(`the viewers left with ${code}`)))
  })
}
