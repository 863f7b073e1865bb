/**
 * The built system under test, as browser tests see it. It is described by JSON in the variable SYSTEM, which `npm test`
 * sets, or by the note of a running `npm run keep-system`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DemoReseller } from '../system/addresses.ts'

export interface TestSystem {
  /** What a browser opens: http://aurora.localhost:34567. */
  readonly resellers: Readonly<Record<DemoReseller, string>>
  /** What pages and streams go through, in words. */
  readonly edge: string
  /** The storefront itself, behind the edge. */
  readonly storefront: string
  readonly balancer: string
  readonly core: string
  readonly resellerService: string
  /** `GET /messages?to=` answers what was mailed there. */
  readonly mail: string
  /** Seals links in mails, so that a test need not wait for one that comes a day before a show. This system's alone. */
  readonly linkSecret: string
  /** node-1 → its own address, behind the balancer. */
  readonly nodes: Readonly<Record<string, string>>
  /** Where programs are killed and started; see the functions below. */
  readonly control: string
  readonly kafkaProvider: 'real' | 'stand-in'
}

export interface RunningProgram {
  readonly name: string
  readonly pid: number | null
  readonly state: 'stopped' | 'starting' | 'running' | 'stopping'
  readonly url: string
}

export const SYSTEM = 'SYSTEM'
export const systemNote = join(import.meta.dirname, '../../.data/test-system.json')

/** Null where there is none, as when tests run against a deployed address. */
export function findSystem(): TestSystem | null {
  const json = process.env[SYSTEM] ?? read(systemNote)
  return json ? (JSON.parse(json) as TestSystem) : null
}

export function readSystem(): TestSystem {
  const system = findSystem()
  if (!system) throw new Error('no system to test: use npm test, or npm run keep-system beside this')
  return system
}

export const programs = (system: TestSystem): Promise<RunningProgram[]> => ask(system, 'GET', '/programs')

/** Sends a signal to a program. A node that dies of it is replaced two seconds later, as in `npm start`. */
export const kill = (system: TestSystem, name: string, signal: NodeJS.Signals = 'SIGKILL'): Promise<RunningProgram> =>
  ask(system, 'POST', `/programs/${name}/signal/${signal}`)

/** Ends a program and keeps it down until `start`. Answers when it is gone. */
export const stop = (system: TestSystem, name: string): Promise<RunningProgram> =>
  ask(system, 'POST', `/programs/${name}/stop`)

/** Answers when it is ready. */
export const start = (system: TestSystem, name: string): Promise<RunningProgram> =>
  ask(system, 'POST', `/programs/${name}/start`)

async function ask<Answer>(system: TestSystem, method: 'GET' | 'POST', path: string): Promise<Answer> {
  const response = await fetch(`${system.control}${path}`, { method })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as Answer
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
