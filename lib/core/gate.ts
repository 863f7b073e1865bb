import { admit, closedBreaker, settle } from './breaker.ts'
import { CoreGivenAMoment, UnusableAnswer } from './core-unavailable.ts'

/** Lets requests through while they succeed, see `breaker.ts`. @throws CoreGivenAMoment without having asked. */
export type Gate = <T>(request: () => Promise<T>) => Promise<T>

export function createGate(now: () => number = () => performance.now()): Gate {
  let breaker = closedBreaker
  return async (request) => {
    const { admitted, next } = admit(breaker, now())
    breaker = next
    if (!admitted) throw new CoreGivenAMoment()
    try {
      const result = await request()
      breaker = settle(breaker, true, now())
      return result
    } catch (error) {
      breaker = settle(breaker, error instanceof UnusableAnswer, now())
      throw error
    }
  }
}
