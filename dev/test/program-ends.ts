/** What freezes a process or wakes it up. Whoever sends any other signal wants it to end, or knows that it may. */
const ENDS_NOTHING: ReadonlySet<string> = new Set(['SIGSTOP', 'SIGCONT'])

/** Which programs of a system under test ended although no test had asked for it. One process is one `pid`. */
export class ProgramEnds {
  readonly #asked = new Set<number>()
  readonly #unasked: string[] = []

  /** A test sends a signal. It excuses the end of this very process, and not of the one that takes its place. */
  ask(pid: number | null, signal: string): void {
    if (pid !== null && !ENDS_NOTHING.has(signal)) this.#asked.add(pid)
  }

  /** @returns whether nobody had asked for it */
  note(name: string, pid: number, how: string): boolean {
    if (this.#asked.delete(pid)) return false
    this.#unasked.push(`${name} died (${how})`)
    return true
  }

  get unasked(): readonly string[] {
    return this.#unasked
  }
}
