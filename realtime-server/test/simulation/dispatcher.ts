import type { Outgoing } from '../../dispatcher/outgoing.ts'
import { type Actor, settle } from './stage.ts'
import { staged } from './staged.ts'
import type { World } from './world.ts'

/** A partition of a topic, with the group's offset. Of several dispatchers only the newest may commit. */
export interface Source {
  readonly name: string
  readonly records: Outgoing[]
  committed: number
  generation: number
}

/** The consumer's loop around `dispatch`: read, dispatch until it works, commit. */
export class SimulatedDispatcher {
  readonly actor: Actor
  readonly #world: World
  readonly #source: Source
  readonly #generation: number
  #wake: () => void = () => {}

  constructor(world: World, source: Source) {
    this.#world = world
    this.#source = source
    this.#generation = source.generation
    this.actor = { name: `dispatcher of ${source.name} ${source.generation}`, state: 'running' }
    void this.#run()
  }

  /** There is something to read. */
  wake(): void {
    this.#wake()
  }

  get #ours(): boolean {
    return this.#generation === this.#source.generation
  }

  async #run(): Promise<void> {
    const { stage, chance } = this.#world
    while (this.#ours) {
      const batch = this.#source.records.slice(this.#source.committed, this.#source.committed + chance.between(1, 4))
      if (batch.length === 0) await new Promise<void>((wake) => (this.#wake = wake))
      await stage.turn(this.actor, 'fetch')
      if (!(await this.#untilDispatched(batch))) return
      await stage.turn(this.actor, 'commit')
      if (this.#ours) this.#source.committed += batch.length
    }
  }

  async #untilDispatched(batch: readonly Outgoing[]): Promise<boolean> {
    const { parts, stage, registry, history, bus, chance } = this.#world
    const wire = (lane: string) => ({ stage, actor: this.actor, lane, chance, faultRate: () => this.#world.faultRate })
    const deps = {
      history: staged(history, ['append', 'tails', 'since'], wire('redis')),
      registry: staged(parts.view(registry), ['targets', 'nodes'], wire('redis')),
      writer: staged(bus.writer(), ['send'], wire('kafka')),
    }
    do {
      try {
        await parts.dispatch(deps, batch)
        return true
      } catch {
        await settle()
      }
    } while (this.#ours)
    return false
  }
}
