import { isCoreUnavailable } from '#lib/core/core-unavailable.ts'

/** What core answers, or `unavailable` when it cannot be asked: a page then says so instead of failing. */
export async function orCoreUnavailable<T>(ask: () => Promise<T>): Promise<T | 'unavailable'> {
  try {
    return await ask()
  } catch (error) {
    if (isCoreUnavailable(error)) return 'unavailable'
    throw error
  }
}
