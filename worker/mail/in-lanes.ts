export interface InLanes<T> {
  readonly lanes: number
  /** Once it answers yes nothing more is begun. */
  readonly isLate: () => boolean
  work(item: T): Promise<void>
}

/**
 * Works on items in their order, as many at once as there are lanes. What fails keeps nothing behind it from being begun.
 * @returns what failed, after all that was begun has ended
 */
export async function inLanes<T>(
  items: readonly T[],
  { lanes, isLate, work }: InLanes<T>,
): Promise<readonly unknown[]> {
  const waiting = [...items]
  const failures: unknown[] = []
  const lane = async (): Promise<void> => {
    while (!isLate()) {
      const [item] = waiting.splice(0, 1)
      if (item === undefined) return
      await work(item).catch((error: unknown) => failures.push(error))
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return failures
}
