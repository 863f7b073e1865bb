import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { onPath } from './on-path.ts'

/** Starts PostgreSQL, Redis and the in-memory Kafka, tells their numbers, and stays. */
const parent = `
const { startPostgres } = await import('${import.meta.dirname}/postgres.ts')
const { startRedis } = await import('${import.meta.dirname}/redis.ts')
const { startKafkaStandIn } = await import('${import.meta.dirname}/kafka-stand-in.ts')
const own = (name) => ({ dataDir: process.argv[2] + '/' + name, throwaway: true, say: () => {} })
const all = await Promise.all([startPostgres(own('postgres')), startRedis(own('redis')), startKafkaStandIn(own('kafka'))])
console.log(JSON.stringify(all.map(({ pid }) => pid)))
`

/** Linux's way; elsewhere a parent that is killed leaves its children. */
it.runIf(onPath('setpriv'))('end with the process that started them, even when it is killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'marquee-orphans-'))
  const script = join(folder, 'parent.ts')
  writeFileSync(script, parent)
  const process = spawn(globalThis.process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [chunk] = (await once(process.stdout, 'data')) as [Buffer]
  const pids = JSON.parse(chunk.toString()) as number[]
  expect(pids.map(isAlive)).toEqual([true, true, true])
  process.kill('SIGKILL')
  await expect.poll(() => pids.map(isAlive), { timeout: 15_000 }).toEqual([false, false, false])
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
