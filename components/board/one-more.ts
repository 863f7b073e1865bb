/**
 * Work that is asked for more often than it can be done: one at a time, and where it was asked for meanwhile, once more
 * after it, because what is under way may have looked too early. `work` handles its own failures.
 */
export function oneMore(work: () => Promise<void>): () => void {
  let working = false
  let again = false
  const run = async () => {
    working = true
    do {
      again = false
      await work()
    } while (again)
    working = false
  }
  return () => {
    if (working) again = true
    else void run()
  }
}
