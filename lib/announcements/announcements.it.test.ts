import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asReseller } from '#lib/database/database.ts'
import { type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { createAnnouncement, currentAnnouncements, listAnnouncements, recallAnnouncement } from './announcements.ts'

let shop: StorefrontInTest
beforeAll(async () => {
  shop = await startStorefrontInTest()
})
afterAll(() => shop[Symbol.asyncDispose]())

const ada = (key: string = randomUUID()) => ({ createdBy: 'Ada', key })
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
const published = async (id: string, resellerId = 'aurora') => {
  const rows = await asReseller(shop.storefront.database, resellerId, (transaction) =>
    transaction.outboxMessage.findMany({ orderBy: { position: 'asc' } }),
  )
  return rows.filter(({ messageId }) => messageId.startsWith(id))
}
const shown = async (site = shop.aurora) => (await currentAnnouncements(site, shop.storefront)).map(({ id }) => id)

describe('an announcement', () => {
  it('is shown and published at once, at its reseller and nowhere else', async () => {
    const { id, status } = await createAnnouncement(
      shop.aurora,
      { text: 'Two for one', href: '/shows' },
      ada(),
      shop.storefront,
    )
    expect(status).toBe('live')
    expect(await shown()).toContain(id)
    expect(await shown(shop.luna)).not.toContain(id)
    expect(await listAnnouncements(shop.luna, shop.storefront)).toEqual([])
    expect(await published(id)).toMatchObject([
      {
        messageId: id,
        stream: 'public.promotional.aurora',
        event: 'promotional',
        fields: { announcementId: id, text: 'Two for one', href: '/shows' },
      },
    ])
  })

  it('is told in all its languages, each named, to who asks and to who listens', async () => {
    const translations = { 'de-DE': 'Zwei zum Preis von einem', 'ja-JP': '二枚で一枚の値段' } as const
    const { id } = await createAnnouncement(shop.aurora, { text: 'Two for one', translations }, ada(), shop.storefront)
    const told = { text: 'Two for one', language: 'en-GB', translations }
    expect((await currentAnnouncements(shop.aurora, shop.storefront)).find((one) => one.id === id)).toEqual({
      id,
      ...told,
    })
    expect(await published(id)).toMatchObject([{ fields: { announcementId: id, ...told } }])
    expect((await listAnnouncements(shop.aurora, shop.storefront)).find((one) => one.id === id)).toMatchObject({
      translations,
    })
  })

  it('that arrives again under its key, at the same moment or later, is one and is published once', async () => {
    const key = randomUUID()
    const send = (text: string) => createAnnouncement(shop.aurora, { text }, ada(key), shop.storefront)
    const [first, second] = await Promise.all([send('Once'), send('Once')])
    expect(second).toEqual(first)
    await recallAnnouncement(shop.aurora, first.id, 'Grace', shop.storefront)
    expect(await send('Once')).toMatchObject({ id: first.id, status: 'recalled' })
    const messages = await published(first.id)
    expect(messages.map(({ messageId }) => messageId)).toEqual([first.id, `${first.id}-recalled`])
    // A key that was used for something else loses nothing, and another reseller's is nobody's business here.
    const others = [
      await send('Twice'),
      await createAnnouncement(shop.luna, { text: 'Once' }, ada(key), shop.storefront),
    ]
    expect(others.map(({ status }) => status)).toEqual(['live', 'live'])
    expect(others[0]?.id).not.toBe(first.id)
  })

  it('that is scheduled is neither shown nor published before its time', async () => {
    const { id, status } = await createAnnouncement(
      shop.aurora,
      { text: 'Later', startsAt: inHours(1) },
      ada(),
      shop.storefront,
    )
    expect(status).toBe('scheduled')
    expect(await shown()).not.toContain(id)
    expect(await published(id)).toEqual([])
  })

  it('that is recalled goes everywhere, once; before its time nobody hears of it at all', async () => {
    const live = await createAnnouncement(shop.aurora, { text: 'Oops' }, ada(), shop.storefront)
    const later = await createAnnouncement(shop.aurora, { text: 'Later', startsAt: inHours(1) }, ada(), shop.storefront)
    for (const { id } of [live, live, later])
      expect(await recallAnnouncement(shop.aurora, id, 'Grace', shop.storefront)).toBe(true)
    expect(await shown()).not.toContain(live.id)
    const messages = await published(live.id)
    expect(messages.map(({ messageId }) => messageId)).toEqual([live.id, `${live.id}-recalled`])
    expect(messages[1]?.fields).toMatchObject({ announcementId: live.id, recalled: true })
    const { until } = (messages[1]?.fields ?? {}) as { until?: string }
    expect(Date.parse(until ?? '')).toBeLessThanOrEqual(Date.now())
    expect(await published(later.id)).toEqual([])
    const listed = await listAnnouncements(shop.aurora, shop.storefront)
    expect(listed.find(({ id }) => id === live.id)).toMatchObject({ createdBy: 'Ada', recalledBy: 'Grace' })
    const statuses = new Map(listed.map(({ id, status }) => [id, status]))
    expect([statuses.get(live.id), statuses.get(later.id)]).toEqual(['recalled', 'recalled'])
  })

  it('of another reseller cannot be recalled: it does not exist', async () => {
    const { id } = await createAnnouncement(shop.aurora, { text: 'Ours' }, ada(), shop.storefront)
    expect(await recallAnnouncement(shop.luna, id, 'Grace', shop.storefront)).toBe(false)
    expect(await shown()).toContain(id)
  })

  it('that ends is over by itself', async () => {
    const { id } = await createAnnouncement(shop.aurora, { text: 'Short', until: inHours(1) }, ada(), shop.storefront)
    await asReseller(shop.storefront.database, 'aurora', (transaction) =>
      transaction.announcement.updateMany({ where: { announcementId: id }, data: { until: new Date(Date.now() - 1) } }),
    )
    expect(await shown()).not.toContain(id)
    expect((await listAnnouncements(shop.aurora, shop.storefront)).find((one) => one.id === id)?.status).toBe('over')
  })

  it.each([
    ['nothing', { text: '  ' }],
    ['a script for a link', { text: 'T', href: 'javascript:alert(1)' }],
    ['a link to who knows whom', { text: 'T', href: '//evil.example' }],
    ['a link that browsers take for one', { text: 'T', href: '/\\evil.example' }],
    ['a link away from the shop', { text: 'T', href: 'https://evil.example' }],
    ['an empty translation', { text: 'T', translations: { 'de-DE': ' ' } }],
    ['an end before its start', { text: 'T', startsAt: inHours(2), until: inHours(1) }],
    ['an end that has passed', { text: 'T', until: inHours(-1) }],
    ['more than anybody reads', { text: 'x'.repeat(401) }],
  ])('is refused with %s', async (_, given) => {
    await expect(createAnnouncement(shop.aurora, given, ada(), shop.storefront)).rejects.toThrow()
  })
})
