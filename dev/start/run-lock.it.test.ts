import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { refuseWhileRunning, takeRunLock } from './run-lock.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'marquee-lock-'))

it('lets one system run on a folder at a time', () => {
  const dataDir = folder()
  const lock = takeRunLock(dataDir)
  expect(() => takeRunLock(dataDir)).toThrow('npm start runs already in this folder')
  expect(() => refuseWhileRunning(dataDir, 'Stop it first')).toThrow('Stop it first')
  lock[Symbol.dispose]()
  takeRunLock(dataDir)[Symbol.dispose]()
})

it.each([
  ['was killed', { pid: 2 ** 30, born: '1' }],
  ['was killed and its number belongs to another process now', { pid: process.pid, born: 'long ago' }],
])('is not stopped by one that %s', (_case, owner) => {
  const dataDir = folder()
  writeFileSync(join(dataDir, 'running.json'), JSON.stringify(owner))
  takeRunLock(dataDir)[Symbol.dispose]()
})
