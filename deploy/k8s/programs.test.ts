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

const deployments = ({ objects }: Deployed): Manifest[] => objects.filter(({ kind }) => kind === 'Deployment')
const containerOf = ({ spec }: Manifest) => spec.template.spec.containers[0]
const secretsOf = (deployment: Manifest): string[] =>
  containerOf(deployment).env.flatMap((one: Variable) => one.valueFrom?.secretKeyRef?.key ?? [])

/** The environment that a program's container has, `$(NAME)` and all. */
function environmentOf(deployment: Manifest, { settings }: Deployed): Record<string, string> {
  const env: Record<string, string> = { ...settings }
  for (const { name, value, valueFrom } of containerOf(deployment).env as Variable[]) {
    const secret = valueFrom?.secretKeyRef
    if (secret) env[name] = SECRETS[secret.key] ?? ''
    else if (valueFrom?.fieldRef) env[name] = '10.0.0.7'
    else env[name] = (value ?? '').replace(/\$\((\w+)\)/g, (_, other: string) => env[other] ?? 'unknown')
  }
  return env
}

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
      const bus = { secretRef: { name: 'marquee-bus', optional: true } }
      const onBus = name === 'node' || name === 'dispatcher'
      expect(containerOf(one).envFrom).toEqual(onBus ? [settings, bus] : [settings])
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
    const drainMs = Number(deployed.settings.DRAIN_MS)
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
    const readers = [
      ...['lib/environment.ts', 'worker/environment.ts', 'platform/log.ts', 'dev/system/variables.ts'],
      ...['node', 'balancer', 'dispatcher'].map((role) => `realtime-server/${role}/config.ts`),
      'realtime-server/bus/bus-config.ts',
    ]
    const source = readers.map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
    const own = deployments(deployed).flatMap((one) => containerOf(one).env as Variable[])
    const named = own.filter(({ valueFrom }) => !valueFrom?.fieldRef).map(({ name }) => name) // those only make up others
    for (const name of [...Object.keys(deployed.settings), ...named]) {
      expect(source, name).toMatch(new RegExp(`\\b${name}:|process\\.env\\.${name}\\b`))
    }
  })
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
