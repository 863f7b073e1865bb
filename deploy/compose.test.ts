import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { composePlace } from '#dev/compose/place.ts'
import { edgeConfig } from '#dev/edge/edge-config.ts'
import { programSpecs } from '#dev/system/programs.ts'
import { readStorefrontEnvironment } from '#lib/environment.ts'
import { readEnvironment, type Variables } from '#platform/environment.ts'
import { STOP_LIMIT_MS } from '#platform/program.ts'
import { readBalancerConfig } from '#realtime/balancer/config.ts'
import { readConsoleConfig } from '#realtime/console/config.ts'
import { readDispatcherConfig } from '#realtime/dispatcher/config.ts'
import { readNodeConfig } from '#realtime/node/config.ts'
import { WorkerEnvironment } from '#worker/environment.ts'

interface Composed {
  readonly restart?: string
  readonly depends_on?: Record<string, { readonly condition: string }>
  readonly profiles?: readonly string[]
  readonly command?: readonly string[]
  readonly stop_grace_period?: string
  readonly environment?: Record<string, string>
}

const root = join(import.meta.dirname, '..')
/** As compose reads it where nothing is set: `${PORT:-80}` is 80. */
const composed = readFileSync(join(root, 'docker-compose.yml'), 'utf8').replace(/\$\{\w+:-(\w+)\}/g, '$1')
const { services } = parse(composed, { merge: true }) as {
  services: Record<string, Composed>
}

/** What dev/compose/write-files.ts puts beside it. */
const key = { kty: 'OKP', crv: 'Ed25519', x: 'x', kid: 'one' }
const secrets: Variables = {
  STOREFRONT_SECRET: 'a secret of at least 32 characters',
  ORDER_LINK_SECRET: 'a secret of at least 32 characters',
  REALTIME_SIGNING_KEY: JSON.stringify({ ...key, d: 'd' }),
  REALTIME_VERIFICATION_KEYS: JSON.stringify({ keys: [key] }),
  CONSOLE_TOKEN: 'a token of sixteen characters',
}

const READERS: Readonly<Record<string, (env: Variables) => unknown>> = {
  'storefront-1': (env) => readStorefrontEnvironment(env as NodeJS.ProcessEnv),
  'storefront-2': (env) => readStorefrontEnvironment(env as NodeJS.ProcessEnv),
  'node-1': readNodeConfig,
  'node-2': readNodeConfig,
  'node-3': readNodeConfig,
  balancer: (env) => readBalancerConfig(env as NodeJS.ProcessEnv),
  dispatcher: readDispatcherConfig,
  console: readConsoleConfig,
  worker: (env) => readEnvironment(WorkerEnvironment, env),
}

const given = { storefront: 1, balancer: 2, core: 3, resellerService: 4, mail: 5 }
const ports = { ...given, edge: null, smtp: 6, worker: 7, dispatcher: 8 }

describe('docker-compose.yml', () => {
  it('has every program that npm start runs, storefronts twice, and the console', () => {
    const specs = programSpecs({ ...ports, nodes: [9, 10, 11] }, { buildFolder: '.next' })
    const names = specs.map(({ name }) => (name === 'storefront' ? 'storefront-1' : name))
    expect(Object.keys(services)).toEqual(expect.arrayContaining([...names, 'storefront-2', 'console', 'edge']))
  })

  it.each(Object.keys(READERS))('tells %s all it needs', (name) => {
    expect(() => READERS[name]?.({ ...services[name]?.environment, ...secrets })).not.toThrow()
  })

  it.each(['storefront-1', 'storefront-2'])('lets %s say that streams are on its own origin', (name) => {
    expect(services[name]?.environment).not.toHaveProperty('REALTIME_PORT')
  })

  it.each(Object.keys(READERS))('gives %s the time to stop that it takes at most', (name) => {
    expect(services[name]?.stop_grace_period).toMatch(/^\d+s$/)
    expect(Number.parseInt(services[name]?.stop_grace_period ?? '', 10) * 1_000).toBeGreaterThan(STOP_LIMIT_MS)
  })

  it('starts nothing but the services unless everything is asked for', () => {
    const always = Object.keys(services).filter((name) => !services[name]?.profiles)
    expect(always.sort()).toEqual(['kafka', 'postgres', 'redis'])
  })

  it('names an address of its own for every node', () => {
    for (const name of ['node-1', 'node-2', 'node-3'])
      expect(services[name]?.environment?.NODE_URL).toBe(`http://${name}:4001`)
  })

  it('has the edge of deploy/edge/nginx.conf: npm run compose-files writes it', () => {
    expect(readFileSync(join(root, 'deploy/edge/compose.nginx.conf'), 'utf8')).toBe(edgeConfig(composePlace))
  })

  it('waits for the end of whatever ends, without which --wait calls it a failure', () => {
    const awaited = Object.values(services).flatMap(({ depends_on = {} }) =>
      Object.entries(depends_on).flatMap(([name, { condition }]) =>
        condition === 'service_completed_successfully' ? [name] : [],
      ),
    )
    const ending = Object.keys(services).filter((name) => services[name]?.restart === 'no')
    expect(ending).toEqual(['prepare', 'demo-data'])
    expect(awaited).toEqual(expect.arrayContaining(ending))
  })
})
