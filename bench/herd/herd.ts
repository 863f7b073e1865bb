import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Delays } from '../delays.ts'
import { HerdOptions, type HerdOrder, HerdReport } from './orders.ts'

/** Two cores read no faster with more processes, and one alone would itself be what is waited for. */
const PROCESSES = 2
/** Whoever is not back a minute after all is quiet never will be: the longest wait of either client is ten seconds. */
const LAST_CALL_MS = 60_000

/** Thousands of viewers of one show, in processes of their own. */
export class Herd implements Disposable {
  readonly count: number
  readonly #children: readonly ChildProcess[]

  private constructor(count: number, children: readonly ChildProcess[]) {
    this.count = count
    this.#children = children
  }

  /** Resolves when all of them follow the show. @param options.urls doors that the viewers are spread over */
  static async gather(options: {
    kind: HerdOptions['kind']
    urls: readonly string[]
    count: number
    messages: number
    show: string
    page?: HerdOptions['page']
  }): Promise<Herd> {
    const children = Array.from({ length: PROCESSES }, (_, i) => {
      const mine = HerdOptions.parse({
        ...options,
        url: options.urls[i % options.urls.length],
        count: Math.floor(options.count / PROCESSES) + (i < options.count % PROCESSES ? 1 : 0),
        localAddress: `127.0.0.${2 + i}`,
      })
      return fork(join(import.meta.dirname, 'main.ts'), [JSON.stringify(mine)])
    })
    const herd = new Herd(options.count, children)
    await herd.#tell({ do: 'gather' })
    return herd
  }

  /** Each line breaks every so often, at a moment of its own, and stays broken for so long. */
  async cut(everyMs: number, offlineMs: number): Promise<void> {
    await this.#tell({ do: 'cut', everyMs, offlineMs })
  }

  /** All lines are cut in one moment, and everybody comes back within so long. Resolves when everybody has. */
  async storm(withinMs: number): Promise<void> {
    await this.#tell({ do: 'storm', withinMs })
  }

  /** No more cuts. Resolves when everybody is back. */
  async mend(): Promise<void> {
    await this.#tell({ do: 'mend' })
  }

  /**
   * Waits until everybody is back and has everything, or long enough to say that somebody never will.
   * @param publishedAtMs when each message was, counted from 1
   */
  async lastReport(publishedAtMs: readonly number[]): Promise<HerdSeen> {
    const deadline = performance.now() + LAST_CALL_MS
    for (;;) {
      const seen = await this.#report(publishedAtMs)
      const isWhole = seen.seen === this.count * (publishedAtMs.length - 1)
      const areBack = seen.absences.every(([, backAtMs]) => backAtMs !== null)
      if ((isWhole && areBack) || performance.now() > deadline) return seen
      await pause(2_000)
    }
  }

  async #report(publishedAtMs: readonly number[]): Promise<HerdSeen> {
    const answers = await this.#tell({ do: 'report', publishedAtMs: [...publishedAtMs] })
    const reports = answers.map((answer) => HerdReport.parse(answer))
    const delays = new Delays()
    for (const one of reports) delays.add(new Delays(one.delays))
    const sum = (of: (report: HerdReport) => number) => reports.reduce((total, report) => total + of(report), 0)
    return {
      seen: sum(({ seen }) => seen),
      doubled: sum((report) => report.doubled),
      resets: sum(({ resets }) => resets),
      pageReads: sum(({ pageReads }) => pageReads),
      delays,
      absences: reports.flatMap(({ absences }) => absences),
    }
  }

  [Symbol.dispose](): void {
    for (const child of this.#children) child.kill('SIGKILL')
  }

  #tell(order: HerdOrder): Promise<unknown[]> {
    return Promise.all(this.#children.map((child) => ask(child, order)))
  }
}

/** What all of a herd have seen. */
export type HerdSeen = Omit<HerdReport, 'delays'> & { readonly delays: Delays }

async function ask(child: ChildProcess, order: HerdOrder): Promise<unknown> {
  const over = new AbortController()
  const answer = once(child, 'message', { signal: over.signal }).then(([message]) => message as unknown)
  const left = once(child, 'exit', { signal: over.signal }).then(([code]) => {
    throw new Error(`a herd left with ${code} when told to ${order.do}`)
  })
  child.send(order)
  try {
    return await Promise.race([answer, left])
  } finally {
    over.abort()
    await Promise.allSettled([answer, left])
  }
}
