import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { DeadLetter } from '#contracts/dead-letter.ts'
import { allTopics, CONFIG_GROUP, NOTIFICATIONS_GROUP } from '#contracts/topics.ts'
import { roles } from '#dev/services/postgres-roles.ts'
import { build, type Manifest, readAll } from './k8s/manifests.fixture.ts'

const root = join(import.meta.dirname, '..')
const runbook = readFileSync(join(root, 'docs/runbook.md'), 'utf8')
const named = (pattern: RegExp): string[] => [...runbook.matchAll(pattern)].map(([, name]) => name ?? '')

it('the runbook names files, programs and topics that there are', () => {
  const files = named(/\b((?:deploy|contracts|realtime-server|dev|worker)\/[\w./-]+\.\w+)/g)
  expect(files.length).toBeGreaterThan(5)
  for (const file of files) expect(existsSync(join(root, file)), file).toBe(true)

  const { objects } = build('overlays/small')
  const names = (kind: string) => objects.filter((one) => one.kind === kind).map(({ metadata }) => metadata.name)
  for (const name of named(/deployment\/(\w+)/g)) expect(names('Deployment')).toContain(name)
  for (const name of named(/hpa (\w+)/g)) expect(names('HorizontalPodAutoscaler')).toContain(name)

  const topics = allTopics().map(({ name }) => name)
  for (const name of named(/(?:-t|--topic) ([\w.]+)/g)) expect(topics).toContain(name)
})

it('the runbook names variables that some program reads', () => {
  const roles = ['node', 'balancer', 'console'].map((role) => `realtime-server/${role}/config.ts`)
  const sources = [...roles, 'dev/migrate.ts']
  const others = ['lib/environment.ts', 'worker/environment.ts', 'realtime-server/bus/bus-config.ts']
  const text = [...sources, ...others].map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
  for (const name of named(/\b([A-Z]{2,}(?:_[A-Z]+)+)\b/g)) expect(text).toMatch(new RegExp(`\\b${name}\\b`))
})

it('the runbook puts no letter back that was cut: a part of a record is not the record', () => {
  const [, selected] = /jq -r 'select\((.+)\) \|/.exec(runbook) ?? []
  expect(selected?.split(' and ')).toEqual(['.encoding == "utf8"', '.key != null', '.cut == null'])
  expect(Object.keys(DeadLetter.shape)).toEqual(expect.arrayContaining(['encoding', 'key', 'cut']))
})

it('the runbook waits for the migration that it started, not for those before it', () => {
  const [, job] = /^(\w+)=\$\(.*migrate\.yaml \| k create -o name -f -\)$/m.exec(runbook) ?? []
  expect(runbook).toMatch(new RegExp(`k wait --for=condition=complete "\\$${job}"`))
})

it('the runbook says where every bus is, and how the console is reached', () => {
  const readers = ['bus/bus-config.ts', 'console/config.ts'].map((file) => join(root, 'realtime-server', file))
  const names = readers.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^ +([A-Z]+(?:_[A-Z]+)+): /gm)].map(([, name]) => name),
  )
  expect(names).toEqual(expect.arrayContaining(['REALTIME_BUS', 'RABBITMQ_URL', 'CONSOLE_TOKEN']))
  for (const name of names) expect(runbook).toContain(`${name}`)
})

it('the runbook makes every topic as it should be, and no other', () => {
  const rows = [...runbook.matchAll(/^([\w.]+) +(\d+) +(-?\d+) (delete|compact)$/gm)].map(([, ...cells]) => cells)
  const topics = allTopics().map(({ name, partitions, retentionMs, compacted }) => [
    ...[name, `${partitions}`, `${retentionMs}`],
    compacted ? 'compact' : 'delete',
  ])
  expect(rows.toSorted()).toEqual(topics.toSorted())
  for (const group of ['dispatcher', CONFIG_GROUP, NOTIFICATIONS_GROUP])
    expect(runbook).toMatch(new RegExp(`^for group in .*\\b${group}\\b`, 'm'))
})

it('the runbook makes the roles that migrations give rights to', () => {
  expect(named(/^CREATE ROLE (\w+) LOGIN/gm).toSorted()).toEqual(Object.values(roles).toSorted())
  expect(runbook).toMatch(new RegExp(`^CREATE DATABASE marquee OWNER ${roles.owner} `, 'm'))
  expect(runbook).toContain(`DATABASE_URL=postgresql://${roles.application}:`)
  expect(runbook).toContain(`DATABASE_OWNER_URL=postgresql://${roles.owner}:`)
})

it('the runbook names every setting and every secret that somebody has to fill in', () => {
  const { objects, settings } = build('base')
  const ours = [...objects, ...readAll('migrate.yaml')].filter(({ kind }) => kind === 'Deployment' || kind === 'Job')
  const secrets = ours.flatMap(({ spec }) =>
    spec.template.spec.containers[0].env.flatMap(
      (one: { valueFrom?: { secretKeyRef?: { key: string } } }) => one.valueFrom?.secretKeyRef?.key ?? [],
    ),
  )
  expect(secrets.length).toBeGreaterThan(10)
  const names = Object.values(settings).flatMap(Object.keys)
  for (const name of [...secrets, ...names.filter((one) => !one.startsWith('KAFKAJS_'))])
    expect(runbook).toContain(`${name}`)
  const made = named(/secret (?:generic|tls) ([\w-]+)/g)
  const [ingress] = build('overlays/small').objects.filter(({ kind }) => kind === 'Ingress')
  expect(made).toEqual(expect.arrayContaining(['marquee-secrets', 'marquee-migrate', ingress?.spec.tls[0].secretName]))
})

it('the runbook knows how many of each program an overlay has, and asks for no more than it lets there be', () => {
  const figure = (count: string | number) => Number(count).toLocaleString('en')
  const range = ({ spec }: Manifest): string => {
    const target = spec.metrics[0].pods?.target.averageValue
    return `${spec.minReplicas}–${spec.maxReplicas}${target === undefined ? '' : ` at ${figure(target)}`}`
  }
  for (const size of ['small', 'large']) {
    const scalers = build(`overlays/${size}`).objects.filter(({ kind }) => kind === 'HorizontalPodAutoscaler')
    const cells = ['node', 'balancer', 'storefront'].map((name) =>
      scalers.filter(({ metadata }) => metadata.name === name).map(range),
    )
    expect(runbook).toContain(`| ${[size, ...cells.flat()].join(' | ')} |`)
  }
  const patches = named(/^k patch hpa .* -p '(.*?)'/gm).map((text) => JSON.parse(text).spec)
  expect(patches.length).toBeGreaterThan(1)
  for (const { minReplicas, maxReplicas } of patches) expect(maxReplicas).toBeGreaterThanOrEqual(minReplicas)
})

it('the runbook’s edits of files find what they replace', () => {
  const edits = [...runbook.matchAll(/\bsed (?:-i )?(["'])s\|(.+?)\|.*?\1 (\$OVERLAY\/)?([\w./-]+\.\w+)/g)]
  expect(edits.length).toBeGreaterThan(4)
  for (const [edit, , pattern = '', inOverlay, file = ''] of edits) {
    const text = readFileSync(join(root, inOverlay ? 'deploy/k8s/overlays/small' : '', file), 'utf8')
    expect(text.match(new RegExp(pattern, 'gm')) ?? [], edit).toHaveLength(1)
  }
})

it('the runbook brings visitors to our edge when it stands, and from it before it goes, of which it leaves nothing', () => {
  const steps = [
    '- ../../components/edge|',
    '-l app.kubernetes.io/name=edge',
    '|{ name: edge, port|',
    'k delete deployment,',
  ]
  const places = steps.map((step) => runbook.indexOf(step))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  const [there = '', onlyThen = ''] = runbook
    .slice(places[0], places[2])
    .split('kubectl apply -k $OVERLAY && k rollout status')
  expect(onlyThen).toContain('-l app.kubernetes.io/name=edge')
  expect(there).not.toContain('name: edge, port')

  const [, kinds = '', label = ''] = /^k delete (deployment,\S+) -l (\S+)/m.exec(runbook) ?? []
  const objects = build('components/edge').objects
  const made = new Set([...objects.map(({ kind }) => kind.toLowerCase()), 'configmap'])
  expect(new Set(kinds.split(','))).toEqual(made)
  const [key = '', value] = label.split('=')
  for (const { kind, metadata } of objects) expect([kind, metadata.labels?.[key]]).toEqual([kind, value])
})

it('the runbook’s links lead to headings and files that there are', () => {
  const anchors = named(/^#+ (.+)$/gm).map((title) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  )
  for (const anchor of named(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(anchor)
  for (const file of named(/\]\(([^#)]+)\)/g)) expect(existsSync(join(root, 'docs', file)), file).toBe(true)
})
