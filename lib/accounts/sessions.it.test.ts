import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asReseller } from '#lib/database/database.ts'
import { type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import type { Account } from './account.ts'
import { endAllSessions, endSessions, listSessions } from './sessions.ts'

/** More than are shown or read at a time, twice. */
const MANY = 101

let shop: StorefrontInTest
beforeAll(async () => {
  shop = await startStorefrontInTest()
})
afterAll(() => shop[Symbol.asyncDispose]())

const bare = () => randomUUID().replaceAll('-', '')
const inside = <T>(work: Parameters<typeof asReseller<T>>[2]) => asReseller(shop.storefront.database, 'aurora', work)
const copyOf = (token: string) => `accounts:aurora:${token}`
const copies = async (tokens: readonly string[]) =>
  (await shop.storefront.sessionsRedis.mget(tokens.map(copyOf))).filter((copy) => copy !== null).length
const rows = (accountId: string) =>
  inside((transaction) => transaction.accountSession.count({ where: { userId: accountId } }))

/** Somebody who signed in so often, the oldest first, and is here with the oldest. Each has its copy in Redis. */
async function signedInOften() {
  const accountId = bare()
  const [email, customerRef] = [`${accountId}@example.com`, accountId.slice(0, 24)]
  const sessions = Array.from({ length: MANY }, (_, n) => ({
    ...{ resellerId: 'aurora', id: randomUUID(), token: bare(), userId: accountId },
    createdAt: new Date(Date.now() - (MANY - n) * 60_000),
    expiresAt: new Date(Date.now() + 86_400_000),
  }))
  const user = { resellerId: 'aurora', id: accountId, email, name: 'Ada', emailVerified: true, customerRef }
  await inside(async (transaction) => {
    await transaction.customerAccount.create({ data: user })
    await transaction.accountSession.createMany({ data: sessions })
  })
  for (const session of sessions)
    await shop.storefront.sessionsRedis.set(copyOf(session.token), JSON.stringify({ session, user }), 'EX', 60)
  const [{ id: sessionId }, ...others] = sessions as [(typeof sessions)[number], ...typeof sessions]
  const account: Account = { accountId, customerRef, email, emailVerified: true, name: 'Ada', staff: null, sessionId }
  const tokens = sessions.map(({ token }) => token)
  return { account, others, tokens, heardOf: () => shop.ended.filter((ended) => ended.customerRef === customerRef) }
}

it('an old session is signed out, too, however many are newer', async () => {
  const { account, tokens, heardOf } = await signedInOften()
  const { sessionId } = account
  expect(await endSessions(shop.aurora, account, { sessionId }, false, shop.storefront)).toBe(1)
  expect(await inside((transaction) => transaction.accountSession.count({ where: { id: sessionId } }))).toBe(0)
  expect([await rows(account.accountId), await copies(tokens)]).toEqual([MANY - 1, MANY - 1])
  expect(heardOf()).toEqual([{ resellerId: 'aurora', customerRef: account.customerRef, sessionId }])
})

it('all others are signed out, and this one is not, however many there are', async () => {
  const { account, others, tokens, heardOf } = await signedInOften()
  expect(await listSessions(shop.aurora, account, shop.storefront)).toHaveLength(50)
  expect(await endSessions(shop.aurora, account, { others: true }, false, shop.storefront)).toBe(others.length)
  expect(await listSessions(shop.aurora, account, shop.storefront)).toMatchObject([{ current: true }])
  expect(await copies(tokens)).toBe(1)
  expect(
    heardOf()
      .map(({ sessionId }) => sessionId)
      .toSorted(),
  ).toEqual(others.map(({ id }) => id).toSorted())
})

it('everybody with an account is signed out of it, however often', async () => {
  const { account, tokens, heardOf } = await signedInOften()
  await endAllSessions(shop.aurora, account.accountId, false, shop.storefront)
  expect([await rows(account.accountId), await copies(tokens), heardOf().length]).toEqual([0, 0, MANY])
})
