import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from 'amqplib'
import { expect, it } from 'vitest'
import { scratchFolder } from '../test/scratch-folder.ts'
import { onPath } from './on-path.ts'
import { startRabbitmq } from './rabbitmq.ts'

/** Starts a server, tells its number, and stays. */
const parent = `
const { startRabbitmq } = await import('${import.meta.dirname}/rabbitmq.ts')
const server = await startRabbitmq({ dataDir: process.argv[2], throwaway: true, say: console.error })
console.log(server.pid)
`

it('keeps what it was given when it is stopped, and comes back on another port', async () => {
  using folder = scratchFolder()
  const ports = new Set<string>()
  for (const expected of [0, 1]) {
    await using server = await startRabbitmq({ dataDir: folder.path, say: console.log })
    ports.add(new URL(server.address).port)
    const model = await connect(server.address)
    const channel = await model.createConfirmChannel()
    expect(await channel.assertQueue('kept', { durable: true })).toMatchObject({ messageCount: expected })
    channel.sendToQueue('kept', Buffer.from('something'), { persistent: true })
    await channel.waitForConfirms()
    await model.close()
  }
  expect(ports.size).toBe(2)
})

it.runIf(process.platform === 'linux')('leaves nothing running when it is stopped', async () => {
  using folder = scratchFolder()
  const server = await startRabbitmq({ dataDir: folder.path, say: console.log })
  expect(await server.control('list_queues', 'name')).toBe('')
  expect(programsIn(folder.path)).toEqual(expect.arrayContaining(['beam.smp', 'epmd']))
  await server[Symbol.asyncDispose]()
  await expect.poll(() => programsIn(folder.path), { timeout: 15_000 }).toEqual([])
})

/** Linux's way; elsewhere a parent that is killed leaves its children. */
it.runIf(onPath('setpriv'))('ends with the process that started it, even when that is killed', async () => {
  using folder = scratchFolder()
  const script = join(folder.path, 'parent.ts')
  writeFileSync(script, parent)
  const process = spawn(globalThis.process.execPath, [script, folder.path], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(process.stdout, 'data')
  process.kill('SIGKILL')
  await expect.poll(() => programsIn(folder.path), { timeout: 30_000 }).toEqual([])
})

/** The names of programs whose home is this folder: the server, its helpers and its port mapper. */
function programsIn(folder: string): string[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((pid) => {
      try {
        const home = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`HOME=${folder}`)
        return home ? [readFileSync(`/proc/${pid}/comm`, 'utf8').trim()] : []
      } catch {
        return [] // gone meanwhile, or somebody else's
      }
    })
}
