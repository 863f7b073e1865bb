import { isCoreUnavailable } from './core-unavailable.ts'

/** What core answers, or null when it cannot be asked, for a page that says all else it knows. Other errors pass through. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    if (isCoreUnavailable(error)) return null
    throw error
  }
}
