import { once } from 'node:events'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { freePort } from '../services/free-ports.ts'
import { run } from '../services/run.ts'
import { root } from '../system/programs.ts'
import { takeRunLock } from './run-lock.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'marquee-start-'))

/** Starts as `npm start` would and answers what a person would read. */
async function start(environment: Record<string, string>, script = 'dev/start/main.ts') {
  const env = { ...process.env, NODE_OPTIONS: '', ...environment }
  const { status, output } = await run([process.execPath, join(root, script)], { cwd: root, env, limitMs: 30_000 })
  return { status, lines: output.trim().split('\n') }
}

it('tells of a busy port, in one line with the way out', async () => {
  const port = await freePort()
  const squatter = createServer().listen(port, '127.0.0.1')
  await once(squatter, 'listening')
  const { status, lines } = await start({ DATA_DIR: folder(), PORT: `${port}` })
  squatter.close()
  expect(status).toBe(1)
  expect(lines).toEqual([
    `✗ port ${port} (storefront) is used by another program. Stop it, or choose another port: PORT=3050 npm start`,
  ])
})

it('tells of a second start in the same folder', async () => {
  const dataDir = folder()
  using _first = takeRunLock(dataDir)
  const { status, lines } = await start({ DATA_DIR: dataDir })
  expect(status).toBe(1)
  expect(lines).toEqual([expect.stringMatching(/^✗ npm start runs already in this folder \(process \d+\)\. Stop it/)])
})

it('tells of a folder that it cannot make', async () => {
  const file = join(folder(), 'a-file')
  writeFileSync(file, '')
  const { status, lines } = await start({ DATA_DIR: join(file, 'data') })
  expect(status).toBe(1)
  expect(lines).toEqual([
    expect.stringMatching(/^✗ cannot write to .*a-file\/data \(ENOTDIR\)\. Give this user the folder/),
  ])
})

it('tells of a setting that cannot be meant', async () => {
  const { status, lines } = await start({ DATA_DIR: folder(), PORT: 'http' })
  expect(status).toBe(1)
  expect(lines).toEqual(['✗ PORT must be a port between 1 and 65535, not http'])
})

it('does not wipe the data under a running system, and wipes it otherwise', async () => {
  const dataDir = folder()
  mkdirSync(join(dataDir, 'postgres'))
  const lock = takeRunLock(dataDir)
  const refused = await start({ DATA_DIR: dataDir }, 'dev/reset/main.ts')
  lock[Symbol.dispose]()
  expect(refused).toMatchObject({ status: 1, lines: [expect.stringContaining('Stop it with Ctrl-C before wiping')] })
  const wiped = await start({ DATA_DIR: dataDir }, 'dev/reset/main.ts')
  expect(wiped).toMatchObject({ status: 0, lines: ['✓ the data is gone; npm start begins anew'] })
})
