import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { roles } from '#dev/services/postgres-roles.ts'
import { readBalancerConfig } from '#realtime/balancer/config.ts'
import { readNodeConfig } from '#realtime/node/config.ts'
import { build, read } from './manifests.fixture.ts'

const root = join(import.meta.dirname, '../..')

const runbook = readFileSync(join(root, 'docs/runbook.md'), 'utf8')

/** Names that our programs give to metrics. */
const known = new Set(
  globSync('{lib,worker,platform,realtime-server}/**/*.ts', { cwd: root, exclude: ['**/*.test.ts'] }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/name: '((?:realtime|marquee)_[a-z_]+)'/g)].map(
      ([, name]) => name,
    ),
  ),
)
const namesIn = (text: string): string[] =>
  [...text.matchAll(/\b(?:realtime|marquee)_[a-z_]+/g)].map(([name]) => name.replace(/_(bucket|sum|count)$/, ''))

/** In a row of the table that begins with what they share. */
const isAbbreviated = (name: string | undefined): boolean =>
  [...runbook.matchAll(/`…(_[a-z_]+)/g)].some(([, end = '-']) => name?.endsWith(end))

interface Alert {
  readonly alert: string
  readonly expr: string
}
const alerts: Alert[] = read('monitoring/alerts.yaml').groups.flatMap(({ rules }: { rules: Alert[] }) => rules)

it.each(alerts.map(({ alert, expr }) => [alert, expr] as const))('%s asks for metrics there are', (_alert, expr) => {
  for (const name of namesIn(expr)) expect(known).toContain(name)
})

it('the runbook knows every alert, and no metric that is not there', () => {
  for (const { alert } of alerts) expect(runbook).toContain(`**${alert}**`)
  const others: readonly string[] = Object.values(roles) // which are called alike
  const metrics = namesIn(runbook).filter((name) => !others.includes(name))
  for (const name of metrics) expect(known).toContain(name)
  for (const name of known) expect(metrics.includes(name ?? '') || isAbbreviated(name), name).toBe(true)
})

it('a program is called nearly full before it is', () => {
  const redis = { REGISTRY_REDIS_URL: 'redis://redis.example' }
  const keys = { KAFKA_BROKERS: 'k:9092', REALTIME_VERIFICATION_KEYS: '{"keys":[{"kid":"one"}]}' }
  const caps = {
    NodesNearlyFull: readNodeConfig({ ...redis, ...keys }).maxConnections,
    BalancersNearlyFull: readBalancerConfig(redis as unknown as NodeJS.ProcessEnv).maxConnections,
  }
  for (const [name, cap] of Object.entries(caps)) {
    const level = Number(alerts.find(({ alert }) => alert === name)?.expr.split('> ')[1])
    expect(level / cap).toBeGreaterThan(0.85)
    expect(level / cap).toBeLessThan(0.95)
  }
})

it('the adapter offers what the autoscalers ask for', () => {
  const [{ seriesQuery }] = read('monitoring/prometheus-adapter.yaml').rules
  for (const name of namesIn(seriesQuery)) expect(known).toContain(name)
  const asked = build('base').objects.flatMap(({ kind, spec }) =>
    kind === 'HorizontalPodAutoscaler' ? (spec.metrics[0].pods?.metric.name ?? []) : [],
  )
  expect(asked.toSorted()).toEqual(namesIn(seriesQuery).toSorted())
})
