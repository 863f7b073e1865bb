import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { build, read } from './manifests.fixture.ts'

const root = join(import.meta.dirname, '../..')

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

interface Alert {
  readonly alert: string
  readonly expr: string
}
const alerts: Alert[] = read('monitoring/alerts.yaml').groups.flatMap(({ rules }: { rules: Alert[] }) => rules)
const runbook = readFileSync(join(root, 'docs/runbook.md'), 'utf8')

it.each(alerts.map(({ alert, expr }) => [alert, expr] as const))('%s asks for metrics there are', (_alert, expr) => {
  for (const name of namesIn(expr)) expect(known).toContain(name)
})

it('the runbook knows every alert, and no metric that is not there', () => {
  for (const { alert } of alerts) expect(runbook).toContain(`**${alert}**`)
  for (const name of namesIn(runbook)) expect(known).toContain(name)
})

it('the adapter offers what the autoscalers ask for', () => {
  const [{ seriesQuery }] = read('monitoring/prometheus-adapter.yaml').rules
  for (const name of namesIn(seriesQuery)) expect(known).toContain(name)
  const asked = build('base').objects.flatMap(({ kind, spec }) =>
    kind === 'HorizontalPodAutoscaler' ? (spec.metrics[0].pods?.metric.name ?? []) : [],
  )
  expect(asked.toSorted()).toEqual(namesIn(seriesQuery).toSorted())
})
