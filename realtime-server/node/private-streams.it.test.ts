import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MemoryTier } from '../test/memory-tier.ts'
import { claimsOf, Signer } from '../test/signer.ts'
import { TestViewer } from '../test/viewer.ts'

const ana = { reseller: 'aurora', customerRef: 'customer-ana-000' }
const ben = { reseller: 'aurora', customerRef: 'customer-ben-000' }
const anaAtLuna = { reseller: 'luna', customerRef: 'customer-ana-000' }

let tier: MemoryTier
let node: string
beforeAll(async () => {
  tier = await MemoryTier.start()
  node = await tier.node()
})
afterAll(() => tier[Symbol.asyncDispose]())

const get = (streams: string, cookie?: string) =>
  fetch(`${node}/realtime/sse?streams=${streams}`, { headers: cookie ? { cookie } : {} })

describe('a private stream', () => {
  test('brings a buyer’s orders to all of that buyer’s connections, and to nobody else', async () => {
    const open = async (person: typeof ana) =>
      TestViewer.open(node, ['private.order', 'public.show.42'], { cookie: await tier.cookie(person) })
    await using first = await open(ana)
    await using second = await open(ana)
    await using other = await open(ben)
    await using elsewhere = await open(anaAtLuna)
    await tier.order('aurora', ana.customerRef, 'order-1')
    await tier.sell('42')
    for (const viewer of [first, second, other, elsewhere]) await viewer.until('ticket.sold')
    for (const viewer of [first, second]) {
      expect(viewer.events('order.updated').map(({ data }) => data)).toEqual([
        { stream: 'private.order', at: expect.any(String), orderId: 'order-1', status: 'confirmed' },
      ])
    }
    expect(other.events('order.updated')).toEqual([])
    expect(elsewhere.events('order.updated')).toEqual([])
  })

  test('is followed by name: orders do not come with the inbox', async () => {
    await using viewer = await TestViewer.open(node, ['private.inbox'], { cookie: await tier.cookie(ana) })
    await tier.order('aurora', ana.customerRef, 'order-2')
    const note = { notificationId: 'n1', kind: 'reminder', title: 'Tomorrow', unread: 1 }
    await tier.emitter.toUser({ resellerId: 'aurora', customerRef: ana.customerRef }, 'inbox', 'inbox', note)
    expect((await viewer.until('inbox')).data).toMatchObject({ stream: 'private.inbox', ...note })
    expect(viewer.events('order.updated')).toEqual([])
  })

  test('replays its owner’s past, never another’s, whatever cursor is brought', async () => {
    await using first = await TestViewer.open(node, ['private.order'], { cookie: await tier.cookie(ana) })
    await tier.order('aurora', ana.customerRef, 'order-3')
    const lastEventId = (await first.until('order.updated', ({ data }) => data.orderId === 'order-3')).id as string
    const options = { lastEventId, cookie: await tier.cookie(ben) }
    await using thief = await TestViewer.open(node, ['private.order'], options)
    expect(thief.events('order.updated')).toEqual([])
    await using owner = await TestViewer.open(node, ['private.order'], { lastEventId, cookie: await tier.cookie(ana) })
    expect(owner.events('order.updated').map(({ data }) => data.orderId)).toContain('order-3')
  })

  test('needs a cookie', async () => {
    const response = await get('private.order')
    expect(response.status).toBe(401)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ type: 'realtime/unauthorized', status: 401 })
  })

  test.each([
    `private.aurora.${ana.customerRef}.order`,
    `private.aurora.${ben.customerRef}.order`,
    'staff.luna.config',
    'private.*',
    'private.order%00',
  ])('cannot be asked for by naming a person or a reseller: %s', async (name) => {
    expect((await get(name, await tier.cookie({ ...ana, roles: ['staff'] }))).status).toBe(400)
  })

  test('of staff is for staff of that reseller', async () => {
    expect((await get('staff.config', await tier.cookie(ana))).status).toBe(403)
    const staff = { ...ana, roles: ['staff'] }
    await using viewer = await TestViewer.open(node, ['staff.config'], { cookie: await tier.cookie(staff) })
    const config = { version: 3, sequence: 9 }
    await tier.emitter.toStream({ kind: 'staff', resellerId: 'luna', name: 'config' }, 'config', config)
    await tier.emitter.toStream({ kind: 'staff', resellerId: 'aurora', name: 'config' }, 'config', {
      ...config,
      version: 4,
    })
    await viewer.until('config')
    expect(viewer.events('config').map(({ data }) => data.version)).toEqual([4])
  })
})

describe('a cookie counts as none', () => {
  const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const good = () => claimsOf(ana)
  const cases: Record<string, () => Promise<string> | string> = {
    'when its rights have ended': () => tier.signer.token(claimsOf({ ...ana, lifeS: -60 })),
    'when it is not valid yet': () => tier.signer.token({ ...good(), nbf: Math.floor(Date.now() / 1000) + 60 }),
    'when it was issued in the future': () =>
      tier.signer.token({ ...good(), iat: Math.floor(Date.now() / 1000) + 300, exp: Math.floor(Date.now() / 1000) + 600 }), // biome-ignore format: one case
    'when it lives longer than ten minutes': () => tier.signer.token(claimsOf({ ...ana, lifeS: 601 })),
    'when it is for another audience': () => tier.signer.token({ ...good(), aud: 'storefront' }),
    'when it is for several audiences': () => tier.signer.token({ ...good(), aud: ['realtime', 'storefront'] }),
    'when it is for nobody': () => tier.signer.token(without(good(), 'sub')),
    'when it has no reseller': () => tier.signer.token(without(good(), 'reseller')),
    'when its reseller is a pattern': () => tier.signer.token({ ...good(), reseller: '*' }),
    'when it has no session': () => tier.signer.token(without(good(), 'sid')),
    'when it never ends': () => tier.signer.token(without(good(), 'exp')),
    'when somebody else signed it': async () => (await Signer.create()).token(good()),
    'when nobody signed it': () => `${base64url({ alg: 'none', kid: 'test' })}.${base64url(good())}.`,
    'when a public key was taken for a secret': () => hs256(good()),
    'when its claims were changed': async () => {
      const [head, , signature] = (await tier.signer.token(good())).split('.')
      return `${head}.${base64url({ ...good(), sub: ben.customerRef })}.${signature}`
    },
    'when it is no token': () => 'rubbish',
    'when it is empty': () => '',
    'when it is 8 KB long': () => 'a'.repeat(8_000),
  }

  async function hs256(claims: object): Promise<string> {
    const { createHmac } = await import('node:crypto')
    const input = `${base64url({ alg: 'HS256', kid: 'test' })}.${base64url(claims)}`
    return `${input}.${createHmac('sha256', tier.signer.verificationKeys).update(input).digest('base64url')}`
  }

  test.each(Object.entries(cases))('%s', async (_when, token) => {
    const cookie = `rt=${await token()}`
    expect((await get('private.order', cookie)).status).toBe(401)
    await using stillPublic = await TestViewer.open(node, ['public.show.42'], { cookie })
    expect(stillPublic.events('ready')).toHaveLength(1)
  })

  test('when there are two of them', async () => {
    expect((await get('private.order', `${await tier.cookie(ana)}; ${await tier.cookie(ben)}`)).status).toBe(401)
  })

  test('but not among other cookies', async () => {
    const cookie = `__Host-buyer=x; ${await tier.cookie(ana)}; xrt=y; theme=dark`
    await using viewer = await TestViewer.open(node, ['private.order'], { cookie })
    expect(viewer.events('ready')).toHaveLength(1)
  })

  test('when it stands in the address', async () => {
    const token = (await tier.cookie(ana)).slice('rt='.length)
    expect((await get(`private.order&rt=${token}&token=${token}`)).status).toBe(401)
  })
})

const without = (claims: object, name: string) => Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name)) // biome-ignore format: one line

describe.concurrent('a connection ends', () => {
  test('within five seconds of its rights', async ({ expect }) => {
    const cookie = await tier.cookie({ ...ana, lifeS: 1 })
    await using viewer = await TestViewer.open(node, ['private.order'], { cookie })
    const expiresAt = Date.now() + 1_000
    await viewer.ended
    expect(Date.now() - expiresAt).toBeLessThan(5_000)
  })

  test('when its session does, whatever it follows, and no other of the same person', async ({ expect }) => {
    const open = async (sid: string, ...streams: string[]) =>
      TestViewer.open(node, streams, { cookie: await tier.cookie({ ...ana, sid }) })
    await using signedOut = await open('phone', 'private.order')
    await using alsoSignedOut = await open('phone', 'private.inbox', 'public.show.42')
    await using stays = await open('laptop', 'private.order', 'private.session')
    const session = { kind: 'private', ...ben, resellerId: 'aurora', customerRef: ana.customerRef, name: 'session' } as const // biome-ignore format: one line
    await tier.emitter.toStream(session, 'session.ended', { sid: 'phone' })
    await Promise.all([signedOut.ended, alsoSignedOut.ended])
    await tier.order('aurora', ana.customerRef, 'order-4')
    await stays.until('order.updated')
    expect(stays.events('session.ended')).toEqual([])
  })

  test('when its session does, also if it became somebody’s only later', async ({ expect }) => {
    await using viewer = await TestViewer.open(node, ['public.show.42'])
    const response = await fetch(`${node}/realtime/${viewer.connection}/streams`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: await tier.cookie({ ...ana, sid: 'late' }) },
      body: JSON.stringify({ subscribe: ['private.order'], unsubscribe: [] }),
    })
    expect(response.status).toBe(200)
    const session = { kind: 'private', resellerId: 'aurora', customerRef: ana.customerRef, name: 'session' } as const
    await tier.emitter.toStream(session, 'session.ended', { sid: 'late' })
    await viewer.ended
  })

  test('for good: a copy of its cookie opens nothing private any more, by any door', async () => {
    const session = { kind: 'private', resellerId: 'aurora', customerRef: ana.customerRef, name: 'session' } as const
    const copied = await tier.cookie({ ...ana, sid: 'tablet' })
    expect((await get('private.order', copied)).status).toBe(200)
    await tier.emitter.toStream(session, 'session.ended', { sid: 'tablet' })
    const refused = await get('private.order', copied)
    expect(refused.status).toBe(401)
    expect(await refused.json()).toMatchObject({ type: 'realtime/unauthorized' })
    await using viewer = await TestViewer.open(node, ['public.show.42'], { cookie: copied })
    const change = await fetch(`${node}/realtime/${viewer.connection}/streams`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: copied },
      body: JSON.stringify({ subscribe: ['private.order'], unsubscribe: [] }),
    })
    expect(change.status).toBe(401)
    await using other = await TestViewer.open(node, ['private.order'], { cookie: await tier.cookie({ ...ana, sid: 'tv' }) }) // biome-ignore format: one line
    expect(other.connection).toBeDefined()
  })

  test('not while fresh cookies extend its rights', async ({ expect }) => {
    const firstSignedAt = Date.now()
    await using viewer = await TestViewer.open(node, ['private.order'], { cookie: await tier.cookie({ ...ana, lifeS: 4 }) }) // biome-ignore format: one line
    const change = async (person: object) =>
      fetch(`${node}/realtime/${viewer.connection}/streams`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: await tier.cookie({ ...ana, ...person }) },
        body: JSON.stringify({ subscribe: ['private.order'], unsubscribe: [] }),
      })
    expect((await change({ lifeS: 9 })).status).toBe(200)
    await viewer.ended
    // Tokens count in whole seconds, and ends are looked for once a second or so.
    expect(Date.now() - firstSignedAt).toBeGreaterThan(7_000)
  })

  test('being followed by staff when fresh rights are no staff’s any more', async ({ expect }) => {
    const cookie = await tier.cookie({ ...ana, roles: ['staff'] })
    await using viewer = await TestViewer.open(node, ['staff.config', 'private.order'], { cookie })
    const response = await fetch(`${node}/realtime/${viewer.connection}/streams`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: await tier.cookie(ana) },
      body: '{}',
    })
    expect(Object.keys(((await response.json()) as { streams: object }).streams)).not.toContain('staff.config')
    await tier.emitter.toStream({ kind: 'staff', resellerId: 'aurora', name: 'config' }, 'config', { version: 9, sequence: 9 }) // biome-ignore format: one line
    await tier.order('aurora', ana.customerRef, 'order-5')
    await viewer.until('order.updated', ({ data }) => data.orderId === 'order-5')
    expect(viewer.events('config')).toEqual([])
  })
})
