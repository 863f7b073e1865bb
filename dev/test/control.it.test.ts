import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { freePort } from '../services/free-ports.ts'
import type { Program } from '../system/program.ts'
import { Supervisor } from '../system/supervisor.ts'
import { openControl } from './control.ts'
import { ProgramEnds } from './program-ends.ts'
import { kill, programs, start, stop, type TestSystem } from './system.ts'

const folder = mkdtempSync(join(tmpdir(), 'marquee-control-'))
const script = join(folder, 'program.mjs')
const source = `
import { createServer } from 'node:http'
createServer((_, response) => response.end()).listen(Number(process.env.PORT), '127.0.0.1')
`
writeFileSync(script, source)

it('lets a test kill, stop and start a program, and tells that from a death', async () => {
  const port = await freePort()
  const variables = { PORT: `${port}` }
  const url = `http://127.0.0.1:${port}`
  const worker = { name: 'worker', stage: 'realtime' as const, argv: [script], variables, url, mayDie: false }
  const deaths: string[] = []
  const ends = new ProgramEnds()
  const reports = {
    say: () => {},
    died: (_: unknown, how: string) => deaths.push(how),
    ended: ({ spec }: Program, pid: number, how: string) => ends.note(spec.name, pid, how),
  }
  await using supervisor = new Supervisor([worker], {}, join(folder, 'logs'), reports)
  await using control = await openControl(supervisor, ends)
  const system = { control: control.url } as TestSystem

  await start(system, 'worker')
  const [running] = await programs(system)
  expect(running).toEqual({ name: 'worker', url, state: 'running', pid: expect.any(Number) })

  await kill(system, 'worker')
  await expect.poll(() => deaths).toEqual(['SIGKILL'])

  expect(await start(system, 'worker')).toMatchObject({ state: 'running' })
  expect(await stop(system, 'worker')).toMatchObject({ state: 'stopped', pid: null })
  await expect(kill(system, 'nobody')).rejects.toThrow('no such program')
  expect(ends.unasked, 'all of this was asked for').toEqual([])

  const { pid } = await start(system, 'worker')
  process.kill(pid ?? 0, 'SIGKILL')
  await expect.poll(() => ends.unasked).toEqual(['worker died (SIGKILL)'])
})
