import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccountByEmail, listStaff, removeStaff, setStaffRole } from '#lib/accounts/staff.ts'
import { asReseller, type ResellerTransaction } from '#lib/database/database.ts'
import { noContent } from '#lib/http/json-response.ts'
import { handle } from '#lib/route/handle.ts'
import { type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { POST as deleteAccount } from './delete/route.ts'
import { makeAccount, newEmail, PASSWORD, Person, signedInPerson } from './person.fixture.ts'
import { POST as signIn } from './sign-in/route.ts'

let shop: StorefrontInTest
beforeAll(async () => {
  shop = await startStorefrontInTest()
})
afterAll(() => shop[Symbol.asyncDispose]())

describe('staff', () => {
  it('is a matter of one reseller', async () => {
    const { aurora, luna } = shop
    const email = newEmail()
    const accountId = await makeAccount(shop, email)
    await makeAccount(shop, email, 'luna')
    expect(await setStaffRole(aurora, accountId, 'owner', shop.storefront)).toEqual({ outcome: 'done' })
    expect(await setStaffRole(luna, accountId, 'owner', shop.storefront)).toEqual({ outcome: 'unknown-account' })
    expect(await listStaff(aurora, shop.storefront)).toMatchObject([{ accountId, email, name: 'Ada', role: 'owner' }])
    expect(await listStaff(luna, shop.storefront)).toEqual([])
    expect((await findAccountByEmail(aurora, ` ${email.toUpperCase()} `, shop.storefront))?.accountId).toBe(accountId)
    expect((await findAccountByEmail(luna, email, shop.storefront))?.accountId).not.toBe(accountId)
  })

  it('keeps one owner, even when two remove each other at once', async () => {
    const { luna } = shop
    const owners = [await makeAccount(shop, newEmail(), 'luna'), await makeAccount(shop, newEmail(), 'luna')]
    for (const owner of owners) await setStaffRole(luna, owner, 'owner', shop.storefront)
    const outcomes = await Promise.all(owners.map((owner) => removeStaff(luna, owner, false, shop.storefront)))
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'last-owner'])
    const [last] = await listStaff(luna, shop.storefront)
    expect(await setStaffRole(luna, last?.accountId ?? '', 'viewer', shop.storefront)).toEqual({
      outcome: 'last-owner',
    })
    expect(await setStaffRole(luna, last?.accountId ?? '', 'owner', shop.storefront)).toEqual({ outcome: 'done' })
  })

  /** Signed in, with their accounts; nobody else is staff of luna's then. */
  async function onlyOwners() {
    const before = await listStaff(shop.luna, shop.storefront)
    const owners = []
    for (let n = 0; n < 2; n += 1) {
      const person = await signedInPerson(shop, { reseller: 'luna' })
      const accountId = (await findAccountByEmail(shop.luna, person.email, shop.storefront))?.accountId ?? ''
      await setStaffRole(shop.luna, accountId, 'owner', shop.storefront)
      owners.push({ person, accountId })
    }
    for (const { accountId } of before) await removeStaff(shop.luna, accountId, false, shop.storefront)
    return owners
  }

  it('keeps one owner, even when two delete their accounts at once', async () => {
    const owners = await onlyOwners()
    const answers = await Promise.all(owners.map(({ person }) => person.ask(deleteAccount, { password: PASSWORD })))
    expect(answers.map(({ status, type }) => type ?? status).toSorted()).toEqual([204, 'storefront/last-owner'])
    expect(await listStaff(shop.luna, shop.storefront)).toMatchObject([{ role: 'owner' }])
  })

  it('keeps one owner, even when another is made a viewer while one’s account is deleted', async () => {
    const [goes, stays] = await onlyOwners()
    if (!goes || !stays) throw new Error('there are two')
    const { database } = shop.storefront
    const account = await asReseller(database, 'luna', (transaction) =>
      transaction.customerAccount.findUniqueOrThrow({
        where: { resellerId_id: { resellerId: 'luna', id: goes.accountId } },
      }),
    )
    const { customerRef } = account
    const forgotten = () =>
      asReseller(database, 'luna', (transaction) => transaction.forgottenBuyer.count({ where: { customerRef } }))
    const whileAccountIsLocked = async (transaction: ResellerTransaction) => {
      // Nobody can delete the account meanwhile: it is still there, and all before that is done.
      await transaction.$queryRaw`SELECT 1 FROM customer_account WHERE account_id = ${goes.accountId} FOR UPDATE`
      const answer = goes.person.ask(deleteAccount, { password: PASSWORD })
      await expect.poll(forgotten, { interval: 10, timeout: 8_000 }).toBe(1)
      expect(await setStaffRole(shop.luna, stays.accountId, 'viewer', shop.storefront)).toEqual({
        outcome: 'last-owner',
      })
      return { answer }
    }
    const deletion = await asReseller(database, 'luna', whileAccountIsLocked, 10_000)
    expect((await deletion.answer).status).toBe(204)
    expect(await listStaff(shop.luna, shop.storefront)).toMatchObject([{ accountId: stays.accountId, role: 'owner' }])
  })
})

describe('who is staff no more', () => {
  const sessionsOf = (accountId: string) =>
    asReseller(shop.storefront.database, 'aurora', (transaction) =>
      transaction.accountSession.findMany({ where: { userId: accountId } }),
    )
  const endedOf = (ids: readonly string[]) => shop.ended.filter(({ sessionId }) => ids.includes(sessionId))

  it('is signed out everywhere, so that the realtime tier ends what their tokens still allow', async () => {
    const email = newEmail()
    const first = await signedInPerson(shop, { email })
    const second = new Person()
    await second.ask(signIn, { email, password: PASSWORD })
    const accountId = (await findAccountByEmail(shop.aurora, email, shop.storefront))?.accountId ?? ''
    const colleague = await signedInPerson(shop)
    await setStaffRole(shop.aurora, accountId, 'editor', shop.storefront)
    const before = shop.ended.length
    await setStaffRole(shop.aurora, accountId, 'viewer', shop.storefront)
    expect(shop.ended.length, 'another role ends nothing').toBe(before)
    const sessions = (await sessionsOf(accountId)).map(({ id }) => id)
    expect(sessions).toHaveLength(2)
    await removeStaff(shop.aurora, accountId, false, shop.storefront)
    expect(
      endedOf(sessions)
        .map(({ sessionId }) => sessionId)
        .toSorted(),
    ).toEqual(sessions.toSorted())
    expect(await sessionsOf(accountId)).toEqual([])
    for (const person of [first, second]) expect((await person.ask(anybody)).status).toBe(401)
    expect((await colleague.ask(anybody)).status, 'nobody else is').toBe(204)
  })

  it('was staff before: a customer who is removed stays signed in', async () => {
    const person = await signedInPerson(shop)
    const accountId = (await findAccountByEmail(shop.aurora, person.email, shop.storefront))?.accountId ?? ''
    await removeStaff(shop.aurora, accountId, false, shop.storefront)
    expect((await person.ask(anybody)).status).toBe(204)
  })

  const anybody = handle({ customer: 'anyone', account: 'needed' }, () => noContent())
})

describe('a route for staff', () => {
  const editors = handle({ customer: 'anyone', account: 'editor' }, () => noContent())

  it('lets in who may, says nothing to customers, and follows a change at once', async () => {
    const person = await signedInPerson(shop)
    const accountId = (await findAccountByEmail(shop.aurora, person.email, shop.storefront))?.accountId ?? ''
    expect((await new Person().ask(editors)).status).toBe(401)
    expect((await person.ask(editors)).status).toBe(404)
    await setStaffRole(shop.aurora, accountId, 'viewer', shop.storefront)
    expect(await person.ask(editors)).toMatchObject({ status: 403, type: 'storefront/forbidden' })
    await setStaffRole(shop.aurora, accountId, 'editor', shop.storefront)
    expect((await person.ask(editors)).status).toBe(204)
    await removeStaff(shop.aurora, accountId, false, shop.storefront)
    expect((await person.ask(editors)).status).toBe(401)
    await person.ask(signIn, { email: person.email, password: PASSWORD })
    expect((await person.ask(editors)).status, 'a customer now').toBe(404)
  })

  it('does not know another reseller’s staff', async () => {
    const person = await signedInPerson(shop, { reseller: 'luna' })
    const accountId = (await findAccountByEmail(shop.luna, person.email, shop.storefront))?.accountId ?? ''
    await setStaffRole(shop.luna, accountId, 'owner', shop.storefront)
    expect((await person.ask(editors)).status).toBe(204)
    const carried = new Person()
    for (const [name, value] of person.jar) carried.jar.set(name, value)
    expect((await carried.ask(editors)).status).toBe(401)
  })
})
