import type { ChildProcess } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { endChild, hasEnded, startChild } from '../services/child.ts'
import { ClearLine } from '../services/clear-line.ts'
import { LogFile } from './log-file.ts'
import type { Variables } from './program-variables.ts'
import { type ProgramSpec, root } from './programs.ts'
import { untilReady } from './ready.ts'

/**
 * stopped ─start─▶ starting ─ready─▶ running ─death─▶ stopped
 *                      └──── stop ──────┴──▶ stopping ─exit─▶ stopped
 */
export type ProgramState = 'stopped' | 'starting' | 'running' | 'stopping'

/** A busy two-core machine that builds at the same time needs most of it for the last of ten programs. */
const READY_LIMIT_MS = 90_000
/** How long a dead node stays away before a new one is started, as an orchestrator would. */
const REPLACEMENT_DELAY_MS = 2_000

export interface ProgramReports {
  /** It ended without being asked, and nothing replaces it. */
  died(program: Program, why: string): void
  say(line: string): void
  /** A process of it ended though nobody had told it to stop, replaced or not. */
  ended?(program: Program, pid: number, how: string): void
}

/** One program of the system, over all the processes it has been. */
export class Program implements AsyncDisposable {
  state: ProgramState = 'stopped'
  readonly spec: ProgramSpec
  readonly log: LogFile
  readonly #variables: Variables
  readonly #reports: ProgramReports
  #child: ChildProcess | null = null
  /** Whether somebody wants it up: a dead node that was told to stay down is not replaced. */
  #wanted = false

  constructor(spec: ProgramSpec, variables: Variables, logFolder: string, reports: ProgramReports) {
    this.spec = spec
    this.log = new LogFile(logFolder, spec.name)
    this.#variables = { ...variables, ...spec.variables }
    this.#reports = reports
  }

  get pid(): number | null {
    return this.#child && !hasEnded(this.#child) ? (this.#child.pid ?? null) : null
  }

  /** Starts a process and waits until it is ready; throws with its last words when it dies before. */
  async start(): Promise<void> {
    if (this.state !== 'stopped') return
    this.state = 'starting'
    this.#wanted = true
    const died = new AbortController()
    const env = { ...process.env, ...this.#variables }
    const { command = process.execPath, argv } = this.spec
    const lastSignal = this.spec.command ? 'TERM' : 'KILL'
    const child = startChild([command, ...argv], { cwd: root, env, output: this.log.descriptor, lastSignal })
    this.#child = child
    child.once('exit', (code, signal) => {
      died.abort(new Error(`it left with ${signal ?? code}`))
      this.#ended(child, `${signal ?? `exit code ${code}`}`)
    })
    await untilReady(this.spec.url, READY_LIMIT_MS, died.signal).catch((cause) => this.#failedToStart(cause))
    if (this.#child === child && !hasEnded(child)) this.state = 'running'
  }

  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal)
  }

  /** Ends it and keeps it down until the next start. */
  async stop(graceMs: number): Promise<void> {
    this.#wanted = false
    const child = this.#child
    this.state = child && !hasEnded(child) ? 'stopping' : 'stopped'
    if (!child) return
    child.kill('SIGCONT') // a frozen process hears no other signal
    await endChild(child, 'SIGTERM', graceMs)
    this.state = 'stopped'
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop(0)
    this.log[Symbol.dispose]()
  }

  #failedToStart(cause: unknown): never {
    throw new ClearLine(
      `${this.spec.name} did not start. Its last lines (${this.log.path}):\n${this.log.lastLines()}`,
      { cause },
    )
  }

  #ended(child: ChildProcess, how: string): void {
    if (child !== this.#child) return
    const before = this.state
    this.state = 'stopped'
    if (before !== 'stopping' && child.pid !== undefined) this.#reports.ended?.(this, child.pid, how)
    if (before !== 'running') return
    if (this.spec.mayDie) void this.#replace(how)
    else this.#reports.died(this, how)
  }

  async #replace(how: string): Promise<void> {
    this.#reports.say(`${this.spec.name} died (${how}); a new one starts in ${REPLACEMENT_DELAY_MS / 1000} s`)
    await delay(REPLACEMENT_DELAY_MS, undefined, { ref: false })
    if (!this.#wanted || this.state !== 'stopped') return
    try {
      await this.start()
      this.#reports.say(`${this.spec.name} is back`)
    } catch (error) {
      this.#reports.died(this, String(error))
    }
  }
}
