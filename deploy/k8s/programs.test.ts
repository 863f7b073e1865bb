import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readStorefrontEnvironment } from '#lib/environment.ts'
import { readEnvironment, type Variables } from '#platform/environment.ts'
import { STOP_LIMIT_MS } from '#platform/program.ts'
import { readBalancerConfig } from '#realtime/balancer/config.ts'
import { readDispatcherConfig } from '#realtime/dispatcher/config.ts'
import { readNodeConfig } from '#realtime/node/config.ts'
import { WorkerEnvironment } from '#worker/environment.ts'
import { build, type Deployed, type Manifest, readAll } from './manifests.fixture.ts'

const root = join(import.meta.dirname, '../..')
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8')

/** What the Secret would hold. */
const key = { kty: 'OKP', crv: 'Ed25519', x: 'x', kid: 'one' }
const SECRETS: Readonly<Record<string, string>> = {
  DATABASE_URL: 'postgresql://marquee:secret@postgres.example/marquee',
  SESSIONS_REDIS_URL: 'rediss://:secret@sessions.example:6379',
  REGISTRY_REDIS_URL: 'rediss://:secret@redis.example:6379',
  CORE_KEYS: '{"aurora":"secret"}',
  RESELLER_SERVICE_KEYS: '{"aurora":"secret"}',
  SMTP_URL: 'smtps://marquee:secret@mail.example:465',
  ORDER_LINK_SECRET: 'a secret of at least 32 characters',
  STOREFRONT_SECRET: 'a secret of at least 32 characters',
  REALTIME_SIGNING_KEY: JSON.stringify({ ...key, d: 'd' }),
  REALTIME_VERIFICATION_KEYS: JSON.stringify({ keys: [key] }),
}

/** Each program's own reader, and the port it says it will listen on; Next is told on its command line. */
const READERS: Readonly<Record<string, (env: Variables) => number>> = {
  node: (env) => readNodeConfig(env).port,
  balancer: (env) => readBalancerConfig(env as NodeJS.ProcessEnv).port,
  dispatcher: (env) => readDispatcherConfig(env).opsPort,
  worker: (env) => readEnvironment(WorkerEnvironment, env).OPS_PORT,
  storefront: (env) => {
    readStorefrontEnvironment(env as NodeJS.ProcessEnv)
    return Number(/"-p", "(\d+)"/.exec(dockerfile)?.[1])
  },
}

interface Variable {
  readonly name: string
  readonly value?: string
  readonly valueFrom?: { readonly secretKeyRef?: { name: string; key: string }; readonly fieldRef?: object }
}

const containerOf = ({ spec }: Manifest) => spec.template.spec.containers[0]
/** Those of our own image: an edge is another company's program. */
const deployments = ({ objects }: Deployed): Manifest[] =>
  objects.filter((one) => one.kind === 'Deployment' && containerOf(one).image === 'marquee')
const secretsOf = (deployment: Manifest): string[] =>
  containerOf(deployment).env.flatMap((one: Variable) => one.valueFrom?.secretKeyRef?.key ?? [])

/** The settings that a program is given; of two ConfigMaps that name one, the later counts. */
function settingsOf(deployment: Manifest, { settings }: Deployed): Record<string, string> {
  const sources: { configMapRef?: { name: string } }[] = containerOf(deployment).envFrom
  return Object.assign({}, ...sources.map(({ configMapRef }) => configMapRef && settings[configMapRef.name]))
}

/** The environment that a program's container has, `$(NAME)` and all. */
function environmentOf(deployment: Manifest, deployed: Deployed): Record<string, string> {
  const env = settingsOf(deployment, deployed)
  for (const { name, value, valueFrom } of containerOf(deployment).env as Variable[]) {
    const secret = valueFrom?.secretKeyRef
    if (secret) env[name] = SECRETS[secret.key] ?? ''
    else if (valueFrom?.fieldRef) env[name] = '10.0.0.7'
    else env[name] = (value ?? '').replace(/\$\((\w+)\)/g, (_, other: string) => env[other] ?? 'unknown')
  }
  return env
}

const SHOP = ['lib/environment.ts', 'worker/environment.ts']
const REALTIME = ['node/config.ts', 'balancer/config.ts', 'dispatcher/config.ts', 'bus/bus-config.ts'].map(
  (file) => `realtime-server/${file}`,
)
const isReadIn = (files: readonly string[], name: string): boolean =>
  name === 'KAFKAJS_NO_PARTITIONER_WARNING' || // the library's own
  files.some((file) => new RegExp(`\\b${name}:`).test(readFileSync(join(root, file), 'utf8')))

describe.each(['base', 'overlays/small', 'overlays/large'])('the programs of %s', (path) => {
  const deployed = build(path)
  const cases = deployments(deployed).map((deployment) => [deployment.metadata.name, deployment] as const)

  it('are all there are', () => {
    expect(cases.map(([name]) => name).toSorted()).toEqual(Object.keys(READERS).toSorted())
  })

  it.each(cases)('%s is given all that it asks for, and listens where its probes and Prometheus look', (name, one) => {
    const env = environmentOf(one, deployed)
    const container = containerOf(one)
    const [{ name: portName, containerPort }] = container.ports
    expect(READERS[name]?.(env)).toBe(containerPort)
    expect(one.spec.template.metadata.annotations['prometheus.io/port']).toBe(`${containerPort}`)
    const { startupProbe, livenessProbe, readinessProbe } = container
    expect(livenessProbe.httpGet).toEqual({ path: '/healthz', port: portName })
    expect(readinessProbe.httpGet).toEqual({ path: '/readyz', port: portName })
    // A balancer connects to Redis, which takes two seconds or fails; the others wait for more.
    expect(startupProbe !== undefined).toBe(name !== 'balancer')
    if (startupProbe) expect(startupProbe.httpGet).toEqual({ path: '/healthz', port: portName })
    if (name !== 'storefront') expect(env.HOST).toBe('0.0.0.0') // by default most listen on loopback only
  })

  it.each(cases)('%s has no secret that it could do without', (name, one) => {
    for (const secret of secretsOf(one)) {
      const { [secret]: _, ...rest } = environmentOf(one, deployed)
      expect(() => READERS[name]?.(rest), secret).toThrow(secret)
    }
  })

  it.each(cases)(
    '%s has the settings, and where the bus is told by a secret, whoever is on it has that',
    (name, one) => {
      const settings = { configMapRef: { name: 'marquee-settings' } }
      const shop = { configMapRef: { name: 'marquee-shop-settings' } }
      const bus = { secretRef: { name: 'marquee-bus', optional: true } }
      const onBus = name === 'node' || name === 'dispatcher'
      const isOfShop = name === 'storefront' || name === 'worker'
      expect(containerOf(one).envFrom).toEqual([settings, ...(isOfShop ? [shop] : []), ...(onBus ? [bus] : [])])
    },
  )

  it.each(cases)('%s runs a program of the image', (_name, one) => {
    const { command = [] } = containerOf(one) as { command?: string[] }
    for (const file of command.filter((word) => word.endsWith('.ts'))) {
      expect(existsSync(join(root, file)), file).toBe(true)
      expect(dockerfile).toContain(`COPY ${file.split('/')[0]} `)
    }
    if (command.includes('realtime-server/main.ts'))
      expect(['node', 'balancer', 'dispatcher']).toContain(command.at(-1))
  })

  it.each(cases)('%s has time to stop', (_name, one) => {
    const graceMs = one.spec.template.spec.terminationGracePeriodSeconds * 1_000
    const preStopMs = Number(containerOf(one).lifecycle?.preStop.exec.command[1] ?? 0) * 1_000
    const drainMs = Number(deployed.settings['marquee-settings']?.DRAIN_MS)
    expect(drainMs).toBeLessThan(STOP_LIMIT_MS)
    expect(graceMs).toBeGreaterThan(preStopMs + STOP_LIMIT_MS)
  })

  it.each(cases)('%s may do no more than it must', (_name, one) => {
    const pod = one.spec.template.spec
    expect(pod).toMatchObject({ automountServiceAccountToken: false, enableServiceLinks: false })
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } })
    expect(containerOf(one).securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    })
    const { requests, limits } = containerOf(one).resources
    expect([Object.keys(requests), Object.keys(limits)]).toEqual([['cpu', 'memory'], ['memory']])
  })

  it('are given only variables that some program reads', () => {
    const own = deployments(deployed).flatMap((one) => containerOf(one).env as Variable[])
    const named = own.filter(({ valueFrom }) => !valueFrom?.fieldRef).map(({ name }) => name) // those only make up others
    const settings = Object.values(deployed.settings).flatMap(Object.keys)
    expect([...settings, ...named].filter((name) => !isReadIn([...SHOP, ...REALTIME], name))).toEqual([])
  })

  it.each(cases.filter(([name]) => ['node', 'balancer', 'dispatcher'].includes(name)))(
    '%s is given nothing that only shops read: a change of that would have every viewer reconnect',
    (_name, one) => {
      const given = Object.keys(settingsOf(one, deployed))
      expect(given.filter((name) => !isReadIn(REALTIME, name))).toEqual([])
    },
  )
})

describe('the migration', () => {
  it('runs a file of the image with the variable that it reads', () => {
    const [job] = readAll('migrate.yaml')
    const [container] = job?.spec.template.spec.containers ?? []
    expect(container.command).toEqual(['node', 'dev/migrate.ts'])
    expect(dockerfile).toContain('COPY dev/migrate.ts ')
    const source = readFileSync(join(root, 'dev/migrate.ts'), 'utf8')
    expect(source).toContain(`process.env.${container.env[0].name}`)
  })
})
