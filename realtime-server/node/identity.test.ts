import { afterEach, expect, test, vi } from 'vitest'
import { Signer } from '../test/signer.ts'
import { createIdentityReader } from './identity.ts'

const ana = { reseller: 'aurora', customerRef: 'customer-ana-000', lifeS: 60 }

afterEach(() => {
  vi.useRealTimers()
})

test('a cookie that comes again is not verified again, and is nobody’s once its rights have ended', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const signer = await Signer.create()
  const readIdentity = createIdentityReader(JSON.parse(signer.verificationKeys))
  const cookie = await signer.cookie(ana)
  const first = await readIdentity({ cookie })
  expect(first).toMatchObject({ resellerId: 'aurora', customerRef: ana.customerRef })
  expect(await readIdentity({ cookie })).toBe(first)
  vi.setSystemTime(Date.now() + 70_000)
  expect(await readIdentity({ cookie })).toBeNull()
})

test('a cookie that was believed by one does not help another whose signature is not ours', async () => {
  const signer = await Signer.create()
  const readIdentity = createIdentityReader(JSON.parse(signer.verificationKeys))
  const cookie = await signer.cookie(ana)
  expect(await readIdentity({ cookie })).not.toBeNull()
  const forged = await (await Signer.create()).cookie(ana)
  expect(await readIdentity({ cookie: forged })).toBeNull()
  expect(await readIdentity({ cookie: `${cookie.slice(0, cookie.lastIndexOf('.'))}${forged.slice(forged.lastIndexOf('.'))}` })).toBeNull() // biome-ignore format: one line
})

test('a cookie counts at the host that gave it out, and is nobody’s at any other', async () => {
  const signer = await Signer.create()
  const readIdentity = createIdentityReader(JSON.parse(signer.verificationKeys))
  const cookie = await signer.cookie({ ...ana, host: 'aurora.example' })
  for (const host of ['aurora.example', 'Aurora.Example:4001', 'aurora.example.'])
    expect(await readIdentity({ cookie, host }), host).toMatchObject({ resellerId: 'aurora' })
  for (const host of ['luna.example', 'x.aurora.example', '', undefined])
    expect(await readIdentity({ cookie, host }), String(host)).toBeNull()
})

test('over TLS a cookie that a neighbouring host has planted changes nothing', async () => {
  const signer = await Signer.create()
  const readIdentity = createIdentityReader(JSON.parse(signer.verificationKeys))
  const [own, planted] = [await signer.cookie(ana), await signer.cookie({ ...ana, customerRef: 'customer-eve-000' })]
  for (const cookie of [`${planted}; __Host-${own}`, `__Host-${own}; ${planted}; ${planted}`])
    expect(await readIdentity({ cookie })).toMatchObject({ customerRef: ana.customerRef })
})
