import type { Log } from '#platform/log.ts'
import type { LetFinish } from './let-finish.ts'

/** Work that goes on after a request was answered. What fails is in the log; ending a process waits for what is under way. */
export interface Background extends AsyncDisposable {
  /**
   * @param work is aborted when the process is about to end: then it has half a minute at most, and waits for nothing
   * @returns false when too much is under way already: then it was not begun
   */
  run(name: string, work: (ending: AbortSignal) => Promise<void>): boolean
  /** Says to what is under way that the process is about to end. */
  hurry(): void
  /** Resolves when nothing is under way. */
  settled(): Promise<void>
}

/** Each holds a few kilobytes and mostly waits for core; a hundred are more than any honest quarter of an hour brings. */
const AT_ONCE = 100

export function openBackground(log: Log, letFinish: LetFinish): Background {
  const pending = new Set<Promise<void>>()
  const ending = new AbortController()
  const settled = async () => {
    while (pending.size > 0) await Promise.all(pending)
  }
  const hurry = () => ending.abort()
  return {
    run(name, work) {
      if (pending.size >= AT_ONCE) return false
      const task = work(ending.signal).catch((error: unknown) => log.warn({ err: error }, `${name} could not be done`))
      pending.add(task)
      void task.finally(() => pending.delete(task))
      letFinish(task)
      return true
    },
    hurry,
    settled,
    async [Symbol.asyncDispose]() {
      hurry()
      await settled()
    },
  }
}
