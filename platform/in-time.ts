const LATE = Symbol('late')

/**
 * What was promised if it is there in time, and otherwise what `late` gives, or throws. What was promised goes on all the
 * same; how it ends then is nobody's business here, failures included.
 */
export async function inTime<T, L>(promised: Promise<T>, limitMs: number, late: () => L): Promise<T | L> {
  const limit = Promise.withResolvers<typeof LATE>()
  const timer = setTimeout(limit.resolve, limitMs, LATE)
  try {
    const outcome = await Promise.race([promised, limit.promise])
    return outcome === LATE ? late() : outcome
  } finally {
    clearTimeout(timer)
  }
}

/** What `late` may be where nothing stands in for it: a failure that says what took too long. */
export const tooLate = (what: string, limitMs: number) => (): never => {
  throw new Error(`${what} took longer than ${limitMs} ms`)
}
