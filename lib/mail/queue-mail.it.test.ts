import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAIL_CHANNEL } from '#contracts/mail.ts'
import { asReseller } from '#lib/database/database.ts'
import { type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { addMail, queueMail, type SiteMail } from './queue-mail.ts'

let shop: StorefrontInTest
beforeAll(async () => {
  shop = await startStorefrontInTest()
})
afterAll(() => shop[Symbol.asyncDispose]())

const reset = (to: string, more: Partial<SiteMail> = {}): SiteMail =>
  ({ kind: 'account.reset', to, data: { url: 'https://aurora.localhost/reset?token=secret' }, ...more }) as SiteMail

const mailTo = (resellerId: string, recipient: string) =>
  asReseller(shop.storefront.database, resellerId, (transaction) => transaction.mail.findMany({ where: { recipient } }))

describe('a mail that is queued', () => {
  it('waits in the language of its site, due at once', async () => {
    await queueMail(shop.storefront.database, shop.aurora, reset('ada@example.com'))
    const [mail, ...others] = await mailTo('aurora', 'ada@example.com')
    expect(others).toEqual([])
    expect(mail).toMatchObject({
      ...{ kind: 'account.reset', locale: 'en-GB', attempts: 0, sentAt: null, failedReason: null },
      data: { url: 'https://aurora.localhost/reset?token=secret' },
    })
    expect(mail?.nextAttemptAt).toEqual(mail?.createdAt)
  })

  it('is written once for one cause at one reseller, and again for another reseller’s equal cause', async () => {
    const mail = reset('eve@example.com', { dedupeKey: 'order-1' })
    const { database } = shop.storefront
    await Promise.all([1, 2, 3].map(() => queueMail(database, shop.aurora, mail)))
    await queueMail(database, shop.luna, mail)
    expect(await mailTo('aurora', 'eve@example.com')).toHaveLength(1)
    expect(await mailTo('luna', 'eve@example.com')).toHaveLength(1)
  })

  it('is of its reseller alone: nobody else reads it, and without a reseller named nobody does', async () => {
    await queueMail(shop.storefront.database, shop.aurora, reset('mallory@example.com'))
    expect(await mailTo('luna', 'mallory@example.com')).toEqual([])
    expect(await shop.storefront.database.mail.findMany()).toEqual([])
    const written = asReseller(shop.storefront.database, 'luna', (transaction) =>
      addMail(transaction, shop.aurora, reset('mallory@example.com')),
    )
    await expect(written).rejects.toThrow(/row-level security/)
  })

  it('does not go out when what caused it was undone', async () => {
    const undone = asReseller(shop.storefront.database, 'aurora', async (transaction) => {
      await addMail(transaction, shop.aurora, reset('undone@example.com'))
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await mailTo('aurora', 'undone@example.com')).toEqual([])
  })

  it('wakes whoever sends it', async () => {
    await using client = Object.assign(new pg.Client(shop.database.url), {
      [Symbol.asyncDispose]: () => client.end(),
    })
    await client.connect()
    await client.query(`LISTEN ${MAIL_CHANNEL}`)
    const woken = new Promise((resolve) => client.once('notification', resolve))
    await queueMail(shop.storefront.database, shop.aurora, reset('bell@example.com'))
    expect(await woken).toMatchObject({ channel: MAIL_CHANNEL })
  })

  it.each([
    ['two addresses', { to: 'a@example.com, b@example.com' }],
    ['a line break', { to: 'a@example.com\r\nBcc: b@example.com' }],
    ['a link to a script', { data: { url: 'javascript:alert(1)' } }],
    ['a link that only looks like a path', { data: { url: '//evil.example/' } }],
    ['data of another kind', { data: {} }],
  ])('is refused with %s', async (_, change) => {
    const mail = reset('refused@example.com', change as Partial<SiteMail>)
    await expect(queueMail(shop.storefront.database, shop.aurora, mail)).rejects.toThrow()
  })
})
