/** What was promised, or a failure when it is late. What comes later still is dropped. */
export async function inTime<T>(promised: Promise<T>, limitMs: number, what: string): Promise<T> {
  const late = Promise.withResolvers<never>()
  const limit = setTimeout(() => late.reject(new Error(`${what} took longer than ${limitMs} ms`)), limitMs)
  try {
    return await Promise.race([promised, late.promise])
  } finally {
    clearTimeout(limit)
  }
}
