export interface InLanes<T> {
  readonly lanes: number
  /** Once it answers yes nothing more is begun. */
  readonly isLate: () => boolean
  work(item: T): Promise<void>
}

/**
 * Works on items in their order, as many at once as there are lanes. A lane whose work fails ends; the others go on.
 * @returns why lanes ended, after all that was begun has ended
 */
export async function inLanes<T>(
  items: readonly T[],
  { lanes, isLate, work }: InLanes<T>,
): Promise<readonly unknown[]> {
  const waiting = [...items]
  const lane = async (): Promise<void> => {
    while (!isLate()) {
      const [item] = waiting.splice(0, 1)
      if (item === undefined) return
      await work(item)
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane))
  return ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
}
