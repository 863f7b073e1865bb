import { allow, closedCircuit, release, settle } from './circuit.ts'
import { CoreGivenAMoment, UnusableAnswer } from './core-unavailable.ts'

/** Sends requests out while they succeed, see `circuit.ts`. @throws CoreGivenAMoment without having asked. */
export type CircuitBreaker = <T>(request: () => Promise<T>) => Promise<T>

export function createCircuitBreaker(now: () => number = () => performance.now()): CircuitBreaker {
  let circuit = closedCircuit
  return async (request) => {
    const { allowed, next: sent } = allow(circuit, now())
    circuit = sent
    if (!allowed) throw new CoreGivenAMoment()
    try {
      const result = await request()
      circuit = settle(circuit, sent, true, now())
      return result
    } catch (error) {
      circuit = error instanceof UnusableAnswer ? release(circuit, sent, now()) : settle(circuit, sent, false, now())
      throw error
    }
  }
}
