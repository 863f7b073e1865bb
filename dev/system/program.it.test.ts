import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freePort } from '../services/free-ports.ts'
import { Program } from './program.ts'

const folder = mkdtempSync(join(tmpdir(), 'marquee-program-'))

/** Serves /readyz, unless it was told to leave at once. */
const source = `
import { createServer } from 'node:http'
if (process.env.LEAVE) { console.error('no database'); process.exit(3) }
createServer((_, response) => response.end()).listen(Number(process.env.PORT), '127.0.0.1')
`
const script = join(folder, 'program.mjs')
writeFileSync(script, source)

async function program(more: { mayDie?: boolean; LEAVE?: string } = {}) {
  const port = await freePort()
  const { mayDie = false, ...variables } = more
  const said: string[] = []
  const deaths: string[] = []
  const reports = { say: (line: string) => said.push(line), died: (_: Program, how: string) => deaths.push(how) }
  const spec = {
    name: `program-${port}`,
    stage: 'realtime' as const,
    argv: [script],
    variables: { PORT: `${port}`, ...variables },
    url: `http://127.0.0.1:${port}`,
    mayDie,
  }
  return { said, deaths, running: new Program(spec, {}, join(folder, 'logs'), reports) }
}

describe('a program', () => {
  it('is running once it is ready, and gone once it is stopped', async () => {
    const { running } = await program()
    await running.start()
    expect(running).toMatchObject({ state: 'running', pid: expect.any(Number) })
    await running.stop(1_000)
    expect(running).toMatchObject({ state: 'stopped', pid: null })
  })

  it('that does not start says why, with its last words', async () => {
    await using running = (await program({ LEAVE: 'yes' })).running
    await expect(running.start()).rejects.toThrow(/did not start\. Its last lines .*\nno database/)
    expect(readFileSync(running.log.path, 'utf8')).toContain('no database')
  })

  it('that dies is reported', async () => {
    const { running, deaths } = await program()
    await using _stopped = running
    await running.start()
    running.signal('SIGKILL')
    await expect.poll(() => deaths).toEqual(['SIGKILL'])
  })

  it('that may die is replaced, under a new process number', async () => {
    const { running, deaths, said } = await program({ mayDie: true })
    await using _stopped = running
    await running.start()
    const before = running.pid
    running.signal('SIGKILL')
    await expect.poll(() => running.state, { timeout: 10_000 }).toBe('stopped')
    await expect.poll(() => running.state, { timeout: 10_000 }).toBe('running')
    expect(running.pid).not.toBe(before)
    expect(deaths).toEqual([])
    expect(said).toHaveLength(2)
  })

  it('that was stopped stays down, even if it was dying', async () => {
    const { running } = await program({ mayDie: true })
    await running.start()
    running.signal('SIGKILL')
    await expect.poll(() => running.state).toBe('stopped')
    await running.stop(1_000)
    await expect(expect.poll(() => running.state, { timeout: 4_000 }).toBe('starting')).rejects.toThrow()
  })

  it('that is frozen can be stopped all the same', async () => {
    const { running } = await program()
    await running.start()
    running.signal('SIGSTOP')
    await running.stop(1_000)
    expect(running.state).toBe('stopped')
  })
})
