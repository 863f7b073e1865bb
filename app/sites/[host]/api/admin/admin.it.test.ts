import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ResellerConfig } from '#contracts/reseller-config.ts'
import { CONFIG_GROUP, TOPICS } from '#contracts/topics.ts'
import {
  type ResellerServiceInTest,
  startResellerServiceInTest,
} from '#dev/reseller-service/testing/reseller-service-in-test.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { createAnnouncement, listAnnouncements } from '#lib/announcements/announcements.ts'
import { createResellerServiceClient } from '#lib/reseller-service/client.ts'
import { signInAs } from '#lib/test/staff-in-test.ts'
import { type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { POST as createHold } from '../holds/route.ts'
import { DELETE as recall } from './announcements/[id]/route.ts'
import { POST as announce } from './announcements/route.ts'
import { POST as saveDraft } from './drafts/route.ts'
import { DELETE as revokeLink } from './preview-links/[id]/route.ts'
import { POST as shareLink } from './preview-links/route.ts'
import { POST as changeRole } from './staff/[accountId]/route.ts'
import { GET as readState } from './state/route.ts'
import { POST as publish } from './versions/[version]/publish/route.ts'

type Route = typeof createHold
type Person = 'owner' | 'editor' | 'viewer' | 'customer' | 'stranger' | 'owner elsewhere'

let service: ResellerServiceInTest
let shop: StorefrontInTest
const cookies = new Map<Person, string>()

beforeAll(async () => {
  service = await startResellerServiceInTest()
  shop = await startStorefrontInTest({ resellerServiceUrl: service.url })
  for (const role of ['owner', 'editor', 'viewer'] as const)
    cookies.set(role, await signInAs(shop.storefront, shop.aurora, role))
  cookies.set('customer', await signInAs(shop.storefront, shop.aurora, null))
  cookies.set('owner elsewhere', await signInAs(shop.storefront, shop.luna, 'owner'))
  for (const { resellerId } of [shop.aurora, shop.luna])
    await service.publish(
      resellerId,
      await service.draft(resellerId, named(resellerId, { hosts: [`${resellerId}.localhost`] })),
    )
})
afterAll(async () => {
  await shop[Symbol.asyncDispose]()
  await service[Symbol.asyncDispose]()
})

const named = (name: string, change: Partial<ResellerConfig> = {}) =>
  exampleConfig({ name, hosts: ['aurora.localhost'], ...change })
const unreadable = () => {
  const config = named('Fog')
  config.theme.colours.text = '#dddddd'
  return config
}

interface Ask {
  readonly as: Person
  readonly method?: string
  readonly params?: Record<string, string>
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

async function ask(route: unknown, { as, method = 'POST', params = {}, body, headers = {} }: Ask) {
  const host = 'aurora.localhost'
  const request = new Request(`http://${host}/`, {
    method,
    headers: {
      ...{ host, origin: `http://${host}`, cookie: cookies.get(as) ?? '' },
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? null : JSON.stringify(body),
  })
  const response = await (route as Route)(request, { params: Promise.resolve({ host, ...params }) })
  const answer = response.status === 204 ? null : ((await response.json()) as Record<string, unknown>)
  return { status: response.status, body: answer }
}

/** The newest version at the reseller service. */
let newest = 0
beforeEach(async () => {
  newest = await service.draft('aurora', named(`before ${newest}`))
})

describe('who may do what', () => {
  const nothing: Record<Person, number> = {
    owner: 0,
    editor: 0,
    viewer: 403,
    customer: 404,
    stranger: 401,
    'owner elsewhere': 401,
  }
  it.each(Object.entries(nothing) as [Person, number][])('%s: drafts, publishes, shares', async (as, refusal) => {
    const version = String(newest)
    const save = await ask(saveDraft, { as, body: { base: newest, config: named('Draft') } })
    const live = await ask(publish, { as, params: { version }, body: {} })
    const link = await ask(shareLink, { as, body: { version: newest, days: 1 } })
    const expected = refusal === 0 ? [201, 200, 201] : [refusal, refusal, refusal]
    expect([save.status, live.status, link.status]).toEqual(expected)
  })

  it.each<[Person, number]>([
    ['owner', 200],
    ['editor', 200],
    ['viewer', 200],
    ['customer', 404],
    ['stranger', 401],
    ['owner elsewhere', 401],
  ])('%s: reads the state with %i', async (as, status) => {
    expect((await ask(readState, { as, method: 'GET' })).status).toBe(status)
  })

  it.each<[Person, number]>([
    ['editor', 403],
    ['viewer', 403],
    ['customer', 404],
    ['stranger', 401],
  ])('%s: does not make anybody staff', async (as, status) => {
    const params = { accountId: 'anybody' }
    expect((await ask(changeRole, { as, params, body: { role: 'owner' } })).status).toBe(status)
  })
})

describe('a draft', () => {
  const editor = { as: 'editor' as const }

  it('is a new version, signed by who saved it', async () => {
    const saved = await ask(saveDraft, { ...editor, body: { base: newest, config: named('Signed') } })
    expect(saved).toEqual({ status: 201, body: { version: newest + 1, passed: false } })
    const page = await shop.storefront.resellerService?.listVersions('aurora')
    expect(page?.ok && page.value.items[0]?.createdBy).toMatch(/^Ada editor \(editor-.*@example\.com\)$/)
  })

  it('is not saved over somebody else’s newer one', async () => {
    const theirs = await service.draft('aurora', named('Theirs'))
    const saved = await ask(saveDraft, { ...editor, body: { base: newest, config: named('Mine') } })
    expect(saved).toMatchObject({
      status: 409,
      body: { type: 'storefront/newer-version', version: theirs, detail: 'somebody else' },
    })
    const page = await shop.storefront.resellerService?.listVersions('aurora')
    expect(page?.ok && page.value.items[0]?.version).toBe(theirs)
  })

  it('that is sent again, because its answer did not come, is saved already', async () => {
    const body = { base: newest, config: named('Sent twice') }
    const first = await ask(saveDraft, { ...editor, body })
    expect(await ask(saveDraft, { ...editor, body })).toEqual(first)
    const page = await shop.storefront.resellerService?.listVersions('aurora')
    expect(page?.ok && page.value.items[0]?.version).toBe(newest + 1)
  })

  it('is not taken for one that was sent before when it says something else, or somebody else sent it', async () => {
    const body = { base: newest, config: named('Sent once') }
    await ask(saveDraft, { ...editor, body })
    const other = { ...editor, body: { ...body, config: named('Sent once, and changed') } }
    expect((await ask(saveDraft, other)).status).toBe(409)
    expect((await ask(saveDraft, { as: 'owner', body })).status).toBe(409)
  })

  it('is refused field by field when it is no configuration, in the language of the pages', async () => {
    const config = { ...named('', { currency: 'pounds' }), home: [{ type: 'hero', title: 'x'.repeat(121) }] }
    const { status, body } = await ask(saveDraft, { as: 'editor', body: { base: newest, config } })
    expect([status, body?.type]).toEqual([400, 'storefront/invalid-request'])
    expect(body?.fields).toEqual([
      { path: 'config.name', message: 'This must not be empty.' },
      { path: 'config.currency', message: 'Not accepted: “is not an ISO 4217 currency”' },
      { path: 'config.home.0.title', message: 'This is too long: at most 120 characters.' },
    ])
  })

  it('arranges the addresses that there are, and claims no other', async () => {
    const hosts = ['aurora.localhost', 'www.aurora.localhost']
    newest = await service.draft('aurora', named('Two hosts', { hosts }))
    const save = (to: string[]) =>
      ask(saveDraft, { ...editor, body: { base: newest, config: named('Mine', { hosts: to }) } })
    for (const claimed of [
      ['aurora.localhost'],
      [...hosts, 'rival.example'],
      ['aurora.localhost', 'rival.example'],
      ['aurora.localhost', 'aurora.localhost'],
    ])
      expect(await save(claimed)).toMatchObject({ status: 400, body: { fields: [{ path: 'config.hosts' }] } })
    expect((await save(hosts.toReversed())).status).toBe(201)
  })

  it('may be as long as legal texts are, in four languages', async () => {
    const texts = (letter: string) => ({
      legal: { imprint: letter.repeat(20_000), privacy: letter.repeat(20_000), terms: letter.repeat(20_000) },
    })
    const config = named('Long', {
      ...texts('x'),
      locales: ['en-GB', 'es-ES', 'de-DE', 'ja-JP'],
      translations: { 'es-ES': texts('ñ'), 'de-DE': texts('ü'), 'ja-JP': texts('夜') },
    })
    expect((await ask(saveDraft, { ...editor, body: { base: newest, config } })).status).toBe(201)
  })
})

describe('a publish', () => {
  const editor = { as: 'editor' as const, body: {} }

  it('makes the version live at the reseller service', async () => {
    expect((await ask(publish, { ...editor, params: { version: String(newest) } })).status).toBe(200)
    const page = await shop.storefront.resellerService?.listVersions('aurora')
    expect(page?.ok && page.value.items.find(({ status }) => status === 'live')?.version).toBe(newest)
  })

  it('of an older version is a rollback', async () => {
    await ask(publish, { ...editor, params: { version: String(newest) } })
    expect((await ask(publish, { ...editor, params: { version: '1' } })).status).toBe(200)
    const page = await shop.storefront.resellerService?.listVersions('aurora')
    expect(
      page?.ok && page.value.items.filter(({ status }) => status === 'live').map(({ version }) => version),
    ).toEqual(page?.ok && page.value.nextCursor === null ? [1] : [])
  })

  it('that was asked for while another version was live is refused, and changes nothing', async () => {
    const params = { version: String(newest) }
    const asked = (liveVersion: number) => ask(publish, { ...editor, params, body: { liveVersion } })
    expect(await asked(2)).toMatchObject({ status: 409, body: { type: 'storefront/other-version-live' } })
    const page = await shop.storefront.resellerService?.listVersions('aurora')
    expect(page?.ok && page.value.items[0]).toMatchObject({ version: newest, status: 'draft' })
    expect((await asked(1)).status).toBe(200)
  })

  it('whose answer was lost may be asked for again, though what is live has followed it', async () => {
    const again = { ...editor, params: { version: '1' }, body: { liveVersion: 2 } }
    expect((await ask(publish, again)).status).toBe(200)
  })

  it('of what nobody could read is refused by the server, with the way out, and changes nothing', async () => {
    const version = await service.draft('aurora', unreadable())
    const refused = await ask(publish, { ...editor, params: { version: String(version) } })
    expect(refused).toMatchObject({ status: 422, body: { type: 'storefront/unreadable' } })
    const [first] = (refused.body?.fields ?? []) as { path: string; message: string }[]
    expect(first).toMatchObject({ path: 'theme.colours.text', message: expect.stringMatching(/Darken “Text” to #/) })
    const page = await shop.storefront.resellerService?.listVersions('aurora')
    expect(page?.ok && page.value.items[0]?.status).toBe('draft')
  })

  it('neither drops nor brings back an address, whichever version is gone back to', async () => {
    const hosts = ['aurora.localhost', 'www.aurora.localhost']
    const one = await service.draft('aurora', named('One host'))
    const two = await service.draft('aurora', named('Two hosts', { hosts }))
    const turned = await service.draft('aurora', named('Two hosts, turned', { hosts: hosts.toReversed() }))
    const live = async () => {
      const page = await shop.storefront.resellerService?.listVersions('aurora')
      return page?.ok && page.value.items.find(({ status }) => status === 'live')?.version
    }
    const asked = async (version: number) => await ask(publish, { ...editor, params: { version: String(version) } })
    const fields = [{ path: 'config.hosts', message: expect.stringMatching(/whoever runs the platform/) }]
    const refusal = { status: 400, body: { type: 'storefront/invalid-request', fields } }
    await service.publish('aurora', two)
    expect(await asked(one)).toMatchObject(refusal)
    expect(await live()).toBe(two)
    expect((await asked(turned)).status).toBe(200)
    await service.publish('aurora', one)
    expect(await asked(two)).toMatchObject(refusal)
    expect(await live()).toBe(one)
  })

  it.each(['0', '99999', 'x', '1e1', '99999999999999'])('of version %s is of nothing', async (version) => {
    expect((await ask(publish, { ...editor, params: { version } })).status).toBe(404)
  })

  it('from a page of a preview does not happen, and neither does a hold', async () => {
    for (const path of ['/preview/v1', '/preview/v1/shows/42?x=1']) {
      const headers = { referer: `http://aurora.localhost${path}`, 'idempotency-key': 'k' }
      for (const route of [publish, createHold])
        expect(await ask(route, { ...editor, params: { version: '1' }, headers })).toMatchObject({
          status: 403,
          body: { type: 'storefront/preview' },
        })
    }
  })
})

describe('when the reseller service is away', () => {
  it('says so, within two seconds', async () => {
    const before = shop.storefront.resellerService
    const away = createResellerServiceClient({ baseUrl: 'http://127.0.0.1:9', keys: { '*': 'demo-{reseller}' } })
    Object.assign(shop.storefront, { resellerService: away })
    try {
      const saved = await ask(saveDraft, { as: 'editor', body: { base: newest, config: named('Lost') } })
      expect(saved).toMatchObject({ status: 503, body: { type: 'storefront/reseller-service-unavailable' } })
    } finally {
      Object.assign(shop.storefront, { resellerService: before })
    }
  })
})

describe('the state', () => {
  it('says up to when changes were looked at as soon as nobody does, and nothing while somebody does', async () => {
    const group = { groupId: CONFIG_GROUP, topic: TOPICS.resellerConfig.name }
    const workedTo = async (secondsAgo: number) => {
      const moment = new Date(Date.now() - secondsAgo * 1_000)
      const row = {
        where: { groupId_topic: group },
        create: { ...group, workedTo: moment },
        update: { workedTo: moment },
      }
      await shop.storefront.database.workedTopic.upsert(row)
      return moment.toISOString()
    }
    const state = async () => (await ask(readState, { as: 'viewer', method: 'GET' })).body
    expect(await state()).toMatchObject({ behind: { workedTo: null } })
    await workedTo(3)
    expect(await state()).not.toHaveProperty('behind')
    const anHourAgo = await workedTo(3_600)
    expect(await state()).toMatchObject({ behind: { workedTo: anHourAgo } })
  })
})

describe('a share link', () => {
  it('is revoked by its own reseller’s staff', async () => {
    const shared = await ask(shareLink, { as: 'owner', body: { version: newest, days: 7 } })
    const params = { id: String(shared.body?.linkId) }
    expect((await ask(revokeLink, { as: 'viewer', method: 'DELETE', params })).status).toBe(403)
    expect((await ask(revokeLink, { as: 'editor', method: 'DELETE', params })).status).toBe(204)
  })

  it.each([0, 8, 1.5])('for %d days is not made', async (days) => {
    expect((await ask(shareLink, { as: 'owner', body: { version: newest, days } })).status).toBe(400)
  })

  it('to a version that is not there is not made', async () => {
    expect((await ask(shareLink, { as: 'owner', body: { version: 99_999, days: 1 } })).status).toBe(404)
  })
})

describe('an announcement', () => {
  /** As a browser sends it: each under a key of its own. */
  const write = (as: Person, body: object, key: string = randomUUID()) =>
    ask(announce, { as, body, headers: { 'idempotency-key': key } })

  it.each<[Person, number, number]>([
    ['owner', 201, 204],
    ['editor', 201, 204],
    ['viewer', 403, 403],
    ['customer', 404, 404],
    ['stranger', 401, 401],
    ['owner elsewhere', 401, 401],
  ])('of %s: %i, taken back: %i', async (as, writes, recalls) => {
    const written = await write('owner', { text: 'Two for one' })
    const params = { id: String(written.body?.id) }
    expect((await write(as, { text: 'Three for one' })).status).toBe(writes)
    expect((await ask(recall, { as, method: 'DELETE', params })).status).toBe(recalls)
  })

  it('is signed by who wrote it and by who took it back', async () => {
    const written = await write('owner', { text: 'Signed' })
    const id = String(written.body?.id)
    await ask(recall, { as: 'editor', method: 'DELETE', params: { id } })
    expect((await listAnnouncements(shop.aurora, shop.storefront)).find((one) => one.id === id)).toMatchObject({
      status: 'recalled',
      createdBy: expect.stringMatching(/^Ada owner \(owner-.*@example\.com\)$/),
      recalledBy: expect.stringMatching(/^Ada editor \(/),
    })
  })

  it('whose answer was lost is one, and one without a key is none', async () => {
    const key = randomUUID()
    const first = await write('editor', { text: 'Once' }, key)
    expect(await write('editor', { text: 'Once' }, key)).toEqual(first)
    expect((await listAnnouncements(shop.aurora, shop.storefront)).filter(({ text }) => text === 'Once')).toHaveLength(
      1,
    )
    const keyless = await ask(announce, { as: 'editor', body: { text: 'No key' } })
    expect(keyless).toMatchObject({ status: 400, body: { fields: [{ path: 'Idempotency-Key' }] } })
  })

  it.each([
    ['text', { text: ' ' }],
    ['text', { text: 'x'.repeat(401) }],
    ['href', { text: 'T', href: 'https://elsewhere.example' }],
    ['until', { text: 'T', until: '2020-01-01T00:00:00Z' }],
    ['startsAt', { text: 'T', startsAt: 'tomorrow' }],
    ['translations.de-DE', { text: 'T', translations: { 'de-DE': '' } }],
  ])('names the field that is wrong: %s', async (path, body) => {
    expect(await write('editor', body)).toMatchObject({ status: 400, body: { fields: [{ path }] } })
  })

  it('that is nobody’s, or another reseller’s, cannot be taken back', async () => {
    const params = { id: '00000000-0000-4000-8000-000000000000' }
    for (const id of [params.id, 'x'])
      expect((await ask(recall, { as: 'editor', method: 'DELETE', params: { id } })).status).toBe(404)
    const { id } = await createAnnouncement(
      shop.luna,
      { text: 'Theirs' },
      { createdBy: 'Selene', key: 'theirs' },
      shop.storefront,
    )
    expect((await ask(recall, { as: 'editor', method: 'DELETE', params: { id } })).status).toBe(404)
    expect((await listAnnouncements(shop.luna, shop.storefront)).find((one) => one.id === id)?.status).toBe('live')
  })
})
