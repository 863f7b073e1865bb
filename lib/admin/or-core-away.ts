import { isCoreUnavailable } from '#lib/core/core-unavailable.ts'

/** What core answers, or `away` when it cannot be asked: a page then says so instead of failing. */
export async function orCoreAway<T>(ask: () => Promise<T>): Promise<T | 'away'> {
  try {
    return await ask()
  } catch (error) {
    if (isCoreUnavailable(error)) return 'away'
    throw error
  }
}
