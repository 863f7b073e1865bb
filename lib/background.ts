import type { Log } from '#platform/log.ts'

/** Work that goes on after a request was answered. What fails is in the log; ending a process waits for what is under way. */
export interface Background extends AsyncDisposable {
  /** @returns false when too much is under way already: then it was not begun */
  run(name: string, work: () => Promise<void>): boolean
  /** Resolves when nothing is under way. */
  settled(): Promise<void>
}

/** Each holds a few kilobytes and mostly waits for core; a hundred are more than any honest quarter of an hour brings. */
const AT_ONCE = 100

export function openBackground(log: Log): Background {
  const pending = new Set<Promise<void>>()
  const settled = async () => {
    while (pending.size > 0) await Promise.all(pending)
  }
  return {
    run(name, work) {
      if (pending.size >= AT_ONCE) return false
      const task = work().catch((error: unknown) => log.warn({ err: error }, `${name} could not be done`))
      pending.add(task)
      void task.finally(() => pending.delete(task))
      return true
    },
    settled,
    [Symbol.asyncDispose]: settled,
  }
}
