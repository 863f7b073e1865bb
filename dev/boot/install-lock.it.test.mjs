import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { takeInstallLock } from './install-lock.mjs'

afterEach(() => vi.restoreAllMocks())

const folder = () => mkdtempSync(join(tmpdir(), 'marquee-install-'))

it('makes the second install wait for the first, and says so', async () => {
  const told = vi.spyOn(console, 'log').mockImplementation(() => {})
  const dataDir = folder()
  const order = []
  const giveBack = await takeInstallLock(dataDir)
  const second = takeInstallLock(dataDir).then((giveBackToo) => {
    order.push('second')
    giveBackToo()
  })
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce())
  order.push('first')
  giveBack()
  await second
  expect(order).toEqual(['first', 'second'])
})

it('takes over from an install that was killed', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  const dataDir = folder()
  writeFileSync(join(dataDir, 'install.lock'), `${2 ** 30}`)
  const giveBack = await takeInstallLock(dataDir)
  giveBack()
})
