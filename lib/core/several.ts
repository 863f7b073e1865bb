/** Questions that one page asks core at the same time: a list of fifty orders must not be fifty requests at once. */
const AT_ONCE = 8

/**
 * What `ask` answers for each, in their order, a few at a time. Throws what the first failing one throws, and asks nothing
 * more then: nobody reads the rest, and core may be in trouble.
 */
export async function several<T, R>(items: readonly T[], ask: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = new Array(items.length)
  const waiting = items.entries()
  let failed = false
  const next = async (): Promise<void> => {
    for (const [at, item] of waiting) {
      if (failed) return
      try {
        answers[at] = await ask(item)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
  return answers
}
