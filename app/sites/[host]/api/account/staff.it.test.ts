import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findAccountByEmail, listStaff, removeStaff, setStaffRole } from '#lib/accounts/staff.ts'
import { handle, noContent } from '#lib/http/handle.ts'
import { type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { POST as openRealtime } from '../realtime/session/route.ts'
import { type Answer, makeAccount, newEmail, PASSWORD, Person, signedInPerson } from './person.fixture.ts'
import { GET as session } from './session/route.ts'
import { POST as signIn } from './sign-in/route.ts'

let shop: StorefrontInTest
beforeAll(async () => {
  shop = await startStorefrontInTest()
})
afterAll(() => shop[Symbol.asyncDispose]())

/** What the cookie says with which the realtime tier is asked. */
function claimsOf({ cookies }: Answer): { sid: string; sub: string; roles: string[] } {
  const token = cookies.find((cookie) => cookie.startsWith('rt='))?.slice('rt='.length) ?? ''
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
}

describe('staff', () => {
  it('is a matter of one reseller', async () => {
    const { aurora, luna } = shop
    const email = newEmail()
    const accountId = await makeAccount(shop, email)
    await makeAccount(shop, email, 'luna')
    expect(await setStaffRole(aurora, accountId, 'owner')).toEqual({ outcome: 'done' })
    expect(await setStaffRole(luna, accountId, 'owner')).toEqual({ outcome: 'unknown-account' })
    expect(await listStaff(aurora)).toMatchObject([{ accountId, email, name: 'Ada', role: 'owner' }])
    expect(await listStaff(luna)).toEqual([])
    expect((await findAccountByEmail(aurora, ` ${email.toUpperCase()} `))?.accountId).toBe(accountId)
    expect((await findAccountByEmail(luna, email))?.accountId).not.toBe(accountId)
  })

  it('keeps one owner, even when two remove each other at once', async () => {
    const { luna } = shop
    const owners = [await makeAccount(shop, newEmail(), 'luna'), await makeAccount(shop, newEmail(), 'luna')]
    for (const owner of owners) await setStaffRole(luna, owner, 'owner')
    const outcomes = await Promise.all(owners.map((owner) => removeStaff(luna, owner, false)))
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'last-owner'])
    const [last] = await listStaff(luna)
    expect(await setStaffRole(luna, last?.accountId ?? '', 'viewer')).toEqual({ outcome: 'last-owner' })
    expect(await setStaffRole(luna, last?.accountId ?? '', 'owner')).toEqual({ outcome: 'done' })
  })
})

describe('who is staff no more', () => {
  it('hears staff’s streams no longer on any device, and can sign in as the customer they are', async () => {
    const person = await signedInPerson(shop)
    const phone = new Person()
    await phone.ask(signIn, { email: person.email, password: PASSWORD })
    const colleague = await signedInPerson(shop)
    const [accountId, otherId] = await Promise.all(
      [person, colleague].map(async ({ email }) => (await findAccountByEmail(shop.aurora, email))?.accountId ?? ''),
    )
    await setStaffRole(shop.aurora, accountId ?? '', 'editor')
    await setStaffRole(shop.aurora, otherId ?? '', 'owner')
    const devices = await Promise.all(
      [person, phone].map(async (device) => claimsOf(await device.ask(openRealtime, {}))),
    )
    expect(devices.map(({ roles }) => roles)).toEqual([
      expect.arrayContaining(['staff']),
      expect.arrayContaining(['staff']),
    ])
    const before = shop.ended.length
    await setStaffRole(shop.aurora, accountId ?? '', 'viewer')
    expect(shop.ended.slice(before), 'another role ends nothing').toEqual([])
    await removeStaff(shop.aurora, accountId ?? '', false)
    await vi.waitFor(() => expect(shop.ended.slice(before)).toHaveLength(2))
    expect(new Set(shop.ended.slice(before).map(({ sessionId }) => sessionId))).toEqual(
      new Set(devices.map(({ sid }) => sid)),
    )
    expect(new Set(shop.ended.slice(before).map(({ customerRef }) => customerRef))).toEqual(new Set([devices[0]?.sub]))
    expect((await colleague.ask(session)).body?.account).toMatchObject({ staff: 'owner' })
    expect((await phone.ask(session)).body?.account).toBeNull()
    await phone.ask(signIn, { email: person.email, password: PASSWORD })
    expect(claimsOf(await phone.ask(openRealtime, {})).roles).toEqual([])
  })
})

describe('a route for staff', () => {
  const editors = handle({ customer: 'anyone', account: 'editor' }, () => noContent())

  it('lets in who may, says nothing to customers, and follows a change at once', async () => {
    const person = await signedInPerson(shop)
    const accountId = (await findAccountByEmail(shop.aurora, person.email))?.accountId ?? ''
    expect((await new Person().ask(editors)).status).toBe(401)
    expect((await person.ask(editors)).status).toBe(404)
    await setStaffRole(shop.aurora, accountId, 'viewer')
    expect(await person.ask(editors)).toMatchObject({ status: 403, type: 'storefront/forbidden' })
    await setStaffRole(shop.aurora, accountId, 'editor')
    expect((await person.ask(editors)).status).toBe(204)
    await removeStaff(shop.aurora, accountId, false)
    expect((await person.ask(editors)).status).toBe(401)
    await person.ask(signIn, { email: person.email, password: PASSWORD })
    expect((await person.ask(editors)).status).toBe(404)
  })

  it('does not know another reseller’s staff', async () => {
    const person = await signedInPerson(shop, { reseller: 'luna' })
    const accountId = (await findAccountByEmail(shop.luna, person.email))?.accountId ?? ''
    await setStaffRole(shop.luna, accountId, 'owner')
    expect((await person.ask(editors)).status).toBe(204)
    const carried = new Person()
    for (const [name, value] of person.jar) carried.jar.set(name, value)
    expect((await carried.ask(editors)).status).toBe(401)
  })
})
