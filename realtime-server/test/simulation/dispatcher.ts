import { CommitQueue } from '#platform/commit-queue.ts'
import type { SourceEvent } from '../../dispatcher/outgoing.ts'
import { SourceHandler } from '../../dispatcher/source-handler.ts'
import { type Actor, settle } from './stage.ts'
import { staged } from './staged.ts'
import type { Surroundings } from './surroundings.ts'

/** A partition of a topic, with the group's offset. Of several dispatchers only the newest may commit. */
export interface Source {
  readonly name: string
  readonly records: SourceEvent[]
  committed: number
  generation: number
}

/** The consumer's loop around the dispatcher's handler: read, handle until it works, commit what is done. */
export class SimulatedDispatcher {
  readonly actor: Actor
  readonly #world: Surroundings
  readonly #source: Source
  readonly #generation: number
  readonly #handler: SourceHandler
  readonly #commits = new CommitQueue()
  #wake: () => void = () => {}

  constructor(world: Surroundings, source: Source) {
    this.#world = world
    this.#source = source
    this.#generation = source.generation
    this.actor = { name: `dispatcher of ${source.name} ${source.generation}`, state: 'running' }
    this.#handler = new SourceHandler(this.#dispatch(), world.log)
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
    let next = this.#source.committed
    while (this.#ours) {
      const batch = this.#source.records.slice(next, next + chance.between(1, 4))
      if (batch.length === 0) await new Promise<void>((wake) => (this.#wake = wake))
      await stage.turn(this.actor, 'fetch')
      const rest: Promise<void>[] = []
      if (!(await this.#untilHandled(batch, rest))) return
      next += batch.length
      this.#commit(next, this.#world.parts.commitsEarly ? [] : rest)
    }
  }

  async #untilHandled(batch: readonly SourceEvent[], rest: Promise<void>[]): Promise<boolean> {
    do {
      try {
        await this.#handler.handle(batch, (more) => rest.push(more))
        return true
      } catch {
        await settle()
      }
    } while (this.#ours)
    return false
  }

  #commit(next: number, rest: readonly Promise<void>[]): void {
    const done = Promise.all(rest).then(() => true)
    void this.#commits.add(done, async () => {
      await this.#world.stage.turn(this.actor, 'commit')
      if (this.#ours) this.#source.committed = next
    })
  }

  #dispatch() {
    const { parts, stage, registry, history, bus, chance } = this.#world
    const wire = (lane: string) => ({ stage, actor: this.actor, lane, chance, faultRate: () => this.#world.faultRate })
    const deps = {
      history: staged(history, ['append', 'tails', 'since'], wire('redis')),
      registry: staged(parts.view(registry), ['recipients', 'nodes'], wire('redis')),
      writer: staged(bus.writer(), ['send'], wire('kafka')),
    }
    return async (messages: Parameters<typeof parts.dispatch>[1]) => {
      this.#world.count(await parts.dispatch(deps, messages))
    }
  }
}
