import type { Chance } from './chance.ts'

/** Fake timers leave this one alone. */
const nextTurn = setImmediate

/** Whoever does something: a node, a dispatcher. Frozen, it waits at its next step; dead, it never takes another. */
export interface Actor {
  readonly name: string
  state: 'running' | 'frozen' | 'dead'
}

interface Step {
  readonly actor: Actor
  readonly lane: string
  readonly pass: () => void
}

/**
 * Decides who goes on. Every step of every actor waits here, and chance lets one of them pass at a time: one seed, one
 * interleaving.
 */
export class Stage {
  readonly #chance: Chance
  #waiting: Step[] = []
  /** Steps passed so far, for the story that a failure tells. */
  steps = 0

  constructor(chance: Chance) {
    this.#chance = chance
  }

  /** Waits until it is this actor's turn. Steps of one lane keep their order, as bytes do on one connection. */
  turn(actor: Actor, lane: string): Promise<void> {
    return new Promise((pass) => this.#waiting.push({ actor, lane, pass }))
  }

  /** Lets one waiting step pass, and whatever follows from it until all wait again. False when nobody can move. */
  async step(): Promise<boolean> {
    this.#waiting = this.#waiting.filter(({ actor }) => actor.state !== 'dead')
    const able = this.#able()
    if (able.length === 0) return false
    const one = this.#chance.pick(able)
    this.#waiting.splice(this.#waiting.indexOf(one), 1)
    this.steps += 1
    one.pass()
    await settle()
    return true
  }

  #able(): Step[] {
    const heads = new Map<string, Step>()
    for (const step of this.#waiting) {
      const lane = `${step.actor.name}/${step.lane}`
      if (step.actor.state === 'running' && !heads.has(lane)) heads.set(lane, step)
    }
    return [...heads.values()]
  }

  /** Lets everything happen that can. @throws when it never ends */
  async rest(limit = 5_000): Promise<void> {
    await settle()
    for (let step = 0; await this.step(); step += 1) if (step > limit) throw new Error('this never comes to rest')
  }
}

/** All promises that can go on have gone on: they do before the event loop turns. */
export const settle = (): Promise<void> => new Promise((done) => nextTurn(done))
