import { Program, type ProgramReports } from './program.ts'
import type { Variables } from './program-variables.ts'
import { type ProgramSpec, type Stage, stages } from './programs.ts'

/** Ending everything, nobody is left whose reconnect would have to be spread: no program needs longer to say goodbye. */
const STOP_GRACE_MS = 4_000

/** All programs of one system. */
export class Supervisor implements AsyncDisposable {
  readonly programs: readonly Program[]

  constructor(specs: readonly ProgramSpec[], variables: Variables, logFolder: string, reports: ProgramReports) {
    this.programs = specs.map((spec) => new Program(spec, variables, logFolder, reports))
  }

  /** Starts the programs of one stage together and waits until all are ready. */
  async startStage(stage: Stage): Promise<void> {
    await Promise.all(this.#of(stage).map((program) => program.start()))
  }

  find(name: string): Program | undefined {
    return this.programs.find(({ spec }) => spec.name === name)
  }

  /** The opposite order of the start: whoever calls others is gone before them. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (const stage of stages.toReversed()) {
      await Promise.all(this.#of(stage).map((program) => program.stop(STOP_GRACE_MS)))
    }
    for (const { log } of this.programs) log[Symbol.dispose]()
  }

  #of(stage: Stage): Program[] {
    return this.programs.filter(({ spec }) => spec.stage === stage)
  }
}
