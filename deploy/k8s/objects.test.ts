import { isIP } from 'node:net'
import { describe, expect, it } from 'vitest'
import { TOPICS } from '#contracts/topics.ts'
import { readBalancerConfig } from '#realtime/balancer/config.ts'
import { readNodeConfig } from '#realtime/node/config.ts'
import { HEARTBEAT_MS } from '#realtime/node/connections.ts'
import { build, joined, type Manifest, readAll } from './manifests.fixture.ts'

type Labels = Readonly<Record<string, string>>
interface Selector {
  readonly matchLabels?: Labels
  readonly matchExpressions?: readonly { key: string; operator: string; values: readonly string[] }[]
}

/** How many viewers one process may hold, by its own default. */
const redis = { REGISTRY_REDIS_URL: 'redis://redis.example' }
const CAPS: Readonly<Record<string, number>> = {
  balancer: readBalancerConfig(redis as unknown as NodeJS.ProcessEnv).maxConnections,
  node: readNodeConfig({ ...redis, KAFKA_BROKERS: 'k:9092', REALTIME_VERIFICATION_KEYS: '{"keys":[{"kid":"one"}]}' })
    .maxConnections,
}

function matches({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Labels): boolean {
  const plain = Object.entries(matchLabels).every(([label, value]) => labels[label] === value)
  return plain && matchExpressions.every(({ key, values }) => values.includes(labels[key] ?? ''))
}

const OVERLAYS = ['overlays/small', 'overlays/large']
describe.each(['base', ...OVERLAYS, 'overlays/small with components/edge'])('the objects of %s', (which) => {
  const { objects } = which
    .split(' with ')
    .map((path) => build(path))
    .reduce(joined)
  const all = (kind: string): Manifest[] => objects.filter((one) => one.kind === kind)
  const deployments = all('Deployment')
  const podsOf = (selector: Selector): Manifest[] =>
    deployments.filter(({ spec }) => matches(selector, spec.template.metadata.labels))
  const namesOf = (selector: Selector): string[] => podsOf(selector).map(({ metadata }) => metadata.name)
  const portsOf = ({ spec }: Manifest): string[] =>
    spec.template.spec.containers[0].ports.map((port: { name: string }) => port.name)
  const serviceOf = (name: string) => all('Service').find(({ metadata }) => metadata.name === name)

  it('select what they mean to', () => {
    for (const { metadata, spec } of deployments) {
      expect(namesOf(spec.selector)).toEqual([metadata.name])
      for (const { labelSelector } of spec.template.spec.topologySpreadConstraints) {
        expect(namesOf(labelSelector)).toEqual([metadata.name])
      }
    }
    for (const { metadata, spec } of all('PodDisruptionBudget')) expect(namesOf(spec.selector)).toEqual([metadata.name])
    for (const { metadata, spec } of all('Service')) {
      expect(namesOf({ matchLabels: spec.selector })).toEqual([metadata.name])
      for (const { targetPort } of spec.ports) {
        for (const pod of podsOf({ matchLabels: spec.selector })) expect(portsOf(pod)).toContain(targetPort)
      }
    }
  })

  it('let any one pod of a program go, and never all', () => {
    const scaled = new Map(all('HorizontalPodAutoscaler').map(({ spec }) => [spec.scaleTargetRef.name, spec]))
    const guarded = all('PodDisruptionBudget').map(({ metadata }) => metadata.name)
    for (const { metadata, spec } of deployments) {
      expect(guarded).toContain(metadata.name)
      const autoscaler = scaled.get(metadata.name)
      if (autoscaler) expect(spec.replicas).toBeUndefined() // each apply would undo what the autoscaler did
      expect(autoscaler?.minReplicas ?? spec.replicas).toBeGreaterThanOrEqual(2)
      if (metadata.name === 'dispatcher') expect(spec.replicas).toBeLessThanOrEqual(TOPICS.coreTickets.partitions)
    }
    for (const name of scaled.keys()) expect(deployments.map(({ metadata }) => metadata.name)).toContain(name)
  })

  it('scale so early that the viewers of one that dies have room on the others', () => {
    for (const { metadata, spec } of all('HorizontalPodAutoscaler')) {
      const cap = CAPS[metadata.name]
      const target = spec.metrics[0].pods?.target.averageValue
      expect(target === undefined).toBe(cap === undefined)
      if (cap === undefined) continue
      expect((spec.minReplicas * Number(target)) / (spec.minReplicas - 1)).toBeLessThanOrEqual(cap)
    }
  })

  it('let nobody reach a node but balancers and Prometheus', () => {
    const policies = all('NetworkPolicy')
    for (const { metadata } of deployments) {
      const closed = policies.filter(({ spec }) => namesOf(spec.podSelector).includes(metadata.name) && !spec.ingress)
      expect(closed).toHaveLength(1)
    }
    const rules = policies
      .filter(({ spec }) => namesOf(spec.podSelector).includes('node'))
      .flatMap(({ spec }) => spec.ingress ?? [])
    const from = rules.flatMap((rule) => rule.from)
    expect(from).toEqual([
      { podSelector: { matchLabels: { 'app.kubernetes.io/name': 'balancer' } } },
      { namespaceSelector: { matchLabels: { 'marquee/monitoring': 'true' } } },
    ])
    for (const { spec } of policies) {
      for (const { from: peers, ports } of spec.ingress ?? []) {
        for (const { podSelector } of peers) if (podSelector) expect(namesOf(podSelector)).toHaveLength(1)
        for (const pod of podsOf(spec.podSelector)) expect(portsOf(pod)).toContain(ports[0].port)
      }
    }
  })

  it('name every node to an edge that goes there itself, ready or not', () => {
    expect(serviceOf('node')?.spec).toMatchObject({ clusterIP: 'None', publishNotReadyAddresses: true })
    const [policy] = readAll('components/edge-to-nodes/policy.yaml')
    expect(namesOf(policy?.spec.podSelector)).toEqual(['node'])
    const [edge] = all('NetworkPolicy').filter(({ metadata }) => metadata.name === 'edge-to-balancers')
    expect(policy?.spec.ingress).toEqual(edge?.spec.ingress)
  })

  it('route names, never addresses, to services there are', () => {
    for (const { metadata, spec } of all('Ingress')) {
      expect(spec.ingressClassName).toMatch(/^[a-z]/) // without one, and without a default in the cluster, nobody serves it
      for (const { host, http } of spec.rules) {
        expectName(host)
        for (const { backend } of http.paths) {
          const names = serviceOf(backend.service.name)?.spec.ports.map((port: { name: string }) => port.name)
          expect(names).toContain(backend.service.port.name)
          expect(metadata.name === 'realtime' ? ['balancer'] : ['storefront', 'edge']).toContain(backend.service.name)
        }
      }
    }
    for (const { spec } of all('HTTPRoute')) {
      expect(spec.hostnames.length).toBeGreaterThan(0)
      for (const host of spec.hostnames) expectName(host)
      for (const { backendRefs } of spec.rules) {
        const [{ name, port }] = backendRefs
        expect(serviceOf(name)?.spec.ports.map((one: { port: number }) => one.port)).toContain(port)
      }
    }
  })

  it('let a stream be silent for longer than its heartbeats are apart', () => {
    for (const one of all('Ingress').filter(({ metadata }) => metadata.name === 'realtime')) {
      const { annotations } = one.metadata as unknown as { annotations: Record<string, string> }
      const timeouts = Object.entries(annotations).filter(([name]) => /(read|send)-timeout|timeout-server/.test(name))
      expect(timeouts).toHaveLength(3)
      // These are its ConfigMap's alone, and would only look as if they held.
      expect(Object.keys(annotations).filter((name) => /timeout-(client|tunnel)/.test(name))).toEqual([])
      for (const [name, value] of timeouts)
        expect(Number.parseInt(value, 10) * 1_000, name).toBeGreaterThan(HEARTBEAT_MS[1])
    }
    for (const { spec } of all('HTTPRoute').filter(({ metadata }) => metadata.name === 'realtime')) {
      expect(spec.rules[0].timeouts).toEqual({ request: '0s', backendRequest: '0s' })
    }
  })
})

/** With a bare address as its host a request may see health and metrics. */
function expectName(host: string): void {
  expect(isIP(host)).toBe(0)
  expect(host).toMatch(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/)
}
