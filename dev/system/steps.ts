/** What one step of a long start took. */
export interface StepTime {
  readonly name: string
  readonly ms: number
}

export interface StepsOptions {
  readonly print?: (line: string) => void
  /** Somebody does not want it any more. */
  readonly cancelled?: AbortSignal
}

/**
 * Shows a long start step by step. Steps may run at the same time; each line stands by itself. When one fails or all are
 * cancelled, no step is waited for any longer: whoever started them disposes of what they opened.
 */
export class Steps {
  readonly times: StepTime[] = []
  readonly #print: (line: string) => void
  readonly #failed = new AbortController()
  /** Aborted when a step failed or all are cancelled. */
  readonly over: AbortSignal

  constructor({ print = console.log, cancelled }: StepsOptions = {}) {
    this.#print = print
    this.over = AbortSignal.any(cancelled ? [cancelled, this.#failed.signal] : [this.#failed.signal])
  }

  readonly note = (line: string): void => this.#print(`  · ${line}`)

  async run<Result>(name: string, act: () => Promise<Result>): Promise<Result> {
    this.over.throwIfAborted()
    const start = performance.now()
    try {
      const result = await Promise.race([act(), rejection(this.over)])
      const ms = performance.now() - start
      this.times.push({ name, ms })
      this.#print(`  ✓ ${name.padEnd(18)} ${seconds(ms)}`)
      return result
    } catch (error) {
      if (!this.over.aborted) this.#print(`  ✗ ${name}`)
      this.#failed.abort(error)
      throw error
    }
  }
}

export const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, fail) => signal.addEventListener('abort', () => fail(signal.reason), { once: true }))
}
