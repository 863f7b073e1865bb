import { setTimeout as pause } from 'node:timers/promises'

/**
 * Begins something so many times a second, whether or not what began before is done: people do not wait for each other.
 * Resolves when all of it is done.
 */
export async function atPace(perSecond: number, seconds: number, begin: (n: number) => Promise<void>): Promise<void> {
  const from = performance.now()
  const begun: Promise<void>[] = []
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const dueMs = from + (n * 1_000) / perSecond
    if (dueMs > performance.now()) await pause(dueMs - performance.now())
    begun.push(begin(n))
  }
  await Promise.all(begun)
}
