import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { DeadLetter } from '#contracts/dead-letter.ts'
import { allTopics } from '#contracts/topics.ts'
import { build } from './k8s/manifests.fixture.ts'

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
