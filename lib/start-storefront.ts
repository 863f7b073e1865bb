import { tameOddRequests } from './http/odd-requests.ts'
import { storefront } from './storefront.ts'

/** Opens the parts of this process before the first visitor comes. One that cannot work says why, and ends. */
export function startStorefront(): void {
  tameOddRequests()
  try {
    const { background } = storefront()
    // Next waits for what is under way, and then ends the process.
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => background.hurry())
  } catch (error) {
    const known = error instanceof Error && error.name === 'EnvironmentError'
    console.error(known ? `storefront: ${error.message}` : error)
    process.exit(1)
  }
}
