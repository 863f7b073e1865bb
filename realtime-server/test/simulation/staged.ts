import type { Chance } from './chance.ts'
import type { Actor, Stage } from './stage.ts'

/** What every call between an actor and a server goes through. */
export interface Wire {
  readonly stage: Stage
  readonly actor: Actor
  /** The connection, whose requests and answers keep their order. */
  readonly lane: string
  readonly chance: Chance
  /** How likely a call fails; half of those that do were carried out and only their answer is lost. */
  readonly faultRate: () => number
}

/**
 * The same port, over a network: a call is carried out at one moment and its answer arrives at a later one, chosen by
 * the stage, with anything in between; or it fails.
 */
export function staged<Port extends object>(port: Port, methods: readonly (keyof Port)[], wire: Wire): Port {
  const calls = methods.map((method) => {
    const call = port[method] as (...args: unknown[]) => Promise<unknown>
    return [method, (...args: unknown[]) => overWire(wire, () => call.apply(port, args))]
  })
  return Object.fromEntries(calls) as Port
}

async function overWire<T>({ stage, actor, lane, chance, faultRate }: Wire, call: () => Promise<T>): Promise<T> {
  await stage.turn(actor, `${lane} request`)
  const fails = chance.happens(faultRate())
  if (fails && chance.happens(0.5)) throw new Error('the call did not arrive')
  const answer = await call()
  await stage.turn(actor, `${lane} answer`)
  if (fails) throw new Error('the answer was lost')
  return answer
}
