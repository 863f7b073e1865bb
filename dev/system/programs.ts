import { join } from 'node:path'
import { local, type Ports } from './addresses.ts'
import type { Variables } from './program-variables.ts'

export const root = join(import.meta.dirname, '../..')

/** Stages start one after the other and stop in the opposite order; programs of one stage do so together. */
export const stages = ['stand-ins', 'realtime', 'storefront', 'edge'] as const
export type Stage = (typeof stages)[number]

export interface ProgramSpec {
  readonly name: string
  readonly stage: Stage
  /** A program that is not ours; otherwise Node runs it. It must live a little longer than us to end its own processes. */
  readonly command?: string
  /** After the program that runs it. */
  readonly argv: readonly string[]
  readonly variables: Variables
  readonly url: string
  /** A node may die: the others carry its viewers, and a new one takes its place. Any other death ends the system. */
  readonly mayDie: boolean
}

export interface ProgramOptions {
  /** Where `next build` left the storefront, below the repository. */
  readonly buildFolder: string
  /** Tickets per second that core's crowd buys. */
  readonly crowd?: number
}

/** Idle connections of an edge or a browser must not be closed under a request; the usual edge keeps them 60 s. */
const KEEP_ALIVE_MS = 70_000

/** What a storm of connects leaves in V8's young heap stays there; a smaller one is as fast (decision 0040). */
const holdsConnections = ['--max-semi-space-size=4', 'realtime-server/main.ts']

/** Everything that runs beside PostgreSQL, Redis and Kafka. */
export function programSpecs(ports: Ports, options: ProgramOptions): ProgramSpec[] {
  const crowd: Variables = options.crowd === undefined ? {} : { CROWD: `${options.crowd}` }
  return [
    server('core', 'stand-ins', ports.core, ['dev/core/main.ts'], crowd),
    server('reseller-service', 'stand-ins', ports.resellerService, ['dev/reseller-service/main.ts']),
    server('mail', 'stand-ins', ports.mail, ['dev/mail/main.ts'], { SMTP_PORT: `${ports.smtp}` }),
    background('worker', ports.worker, ['worker/main.ts']),
    background('dispatcher', ports.dispatcher, ['realtime-server/main.ts', 'dispatcher']),
    ...ports.nodes.map((port, i) => ({
      ...server(`node-${i + 1}`, 'realtime', port, [...holdsConnections, 'node'], { NODE_URL: local(port) }),
      mayDie: true,
    })),
    server('balancer', 'realtime', ports.balancer, [...holdsConnections, 'balancer']),
    storefront(ports.storefront, options.buildFolder),
  ]
}

function server(name: string, stage: Stage, port: number, argv: string[], more: Variables = {}): ProgramSpec {
  const variables = { PORT: `${port}`, HOST: '127.0.0.1', ...more }
  return { name, stage, argv, variables, url: local(port), mayDie: false }
}

function background(name: string, port: number, argv: string[]): ProgramSpec {
  const variables = { OPS_PORT: `${port}`, HOST: '127.0.0.1' }
  return { name, stage: 'realtime', argv, variables, url: local(port), mayDie: false }
}

/** No `-H`: told to listen on 127.0.0.1, Next answers every rewrite with 404. */
function storefront(port: number, buildFolder: string): ProgramSpec {
  const next = ['node_modules/next/dist/bin/next', 'start', '-p', `${port}`, '--keepAliveTimeout', `${KEEP_ALIVE_MS}`]
  const variables = { BUILD_FOLDER: buildFolder }
  return { name: 'storefront', stage: 'storefront', argv: next, variables, url: local(port), mayDie: false }
}
