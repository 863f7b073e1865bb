/**
 * Does `work` and answers no sooner than after `ms`, however it ends: how long it takes must not tell what it found. What
 * takes longer than that does.
 */
export async function atLeast<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const over = new Promise((resolve) => setTimeout(resolve, ms))
  try {
    return await work()
  } finally {
    await over
  }
}
