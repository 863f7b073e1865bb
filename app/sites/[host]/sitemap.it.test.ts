import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleShow } from '#dev/core/testing/sample-show.ts'
import { publish, type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { GET as favicon } from './favicon.ico/route.ts'
import { GET as robots } from './robots.txt/route.ts'
import { GET as sitemap } from './sitemap/[part]/route.ts'

const price = (amount: number, currency: string) => ({ amount, currency, fees: 0 })
const tiers = (prices: Record<string, ReturnType<typeof price>>) => [
  { id: 'floor', name: 'Floor', capacity: 9, prices },
]

/** More than core gives at once. */
const MANY = 101

let shop: StorefrontInTest
beforeAll(async () => {
  shop = await startStorefrontInTest()
  await publish(shop.storefront, 'luna', {
    version: 2,
    locale: 'es-ES',
    locales: ['es-ES', 'en-GB'],
    logo: { mark: 'none', wordmark: 'Luna' },
  })
  await publish(shop.storefront, 'aurora', { version: 2, hosts: ['aurora.localhost', 'www.aurora.localhost'] })
  await shop.storefront.sites.refresh()
  const auroras = Array.from({ length: MANY }, (_, n) => `aurora-${n}`)
  await Promise.all(
    auroras.map((id) => shop.core.store(sampleShow({ id, tiers: tiers({ aurora: price(100, 'GBP') }) }))),
  )
  await shop.core.store(sampleShow({ id: 'solo-de-luna', tiers: tiers({ luna: price(100, 'EUR') }) }))
})
afterAll(() => shop[Symbol.asyncDispose]())

async function read(route: typeof sitemap, host: string, params: Record<string, string> = { part: 'all.xml' }) {
  const request = new Request(`http://${host}/`, { headers: { host } })
  const response = await route(request, { params: Promise.resolve({ host, ...params }) })
  const { status, headers: given } = response
  const [type, location] = [given.get('content-type'), given.get('location')]
  return { status, type, location, text: await response.text() }
}

it('names all of a reseller’s shows, however many pages core needs for them', async () => {
  const { status, type, text } = await read(sitemap, 'aurora.localhost')
  expect([status, type]).toEqual([200, 'application/xml; charset=utf-8'])
  for (let n = 0; n < MANY; n++) expect(text).toContain(`<loc>http://aurora.localhost:3000/shows/aurora-${n}</loc>`)
})

it('names nothing of another reseller, and no other host', async () => {
  const [aurora, luna] = [await read(sitemap, 'aurora.localhost'), await read(sitemap, 'luna.localhost')]
  expect(aurora.text).not.toMatch(/luna/)
  expect(luna.text).not.toMatch(/aurora/)
  expect(luna.text).toContain('<loc>http://luna.localhost:3000/en/shows/solo-de-luna</loc>')
})

it('speaks of the primary host under every host', async () => {
  const { text } = await read(sitemap, 'www.aurora.localhost')
  expect(text).not.toContain('www.aurora')
  expect((await read(robots, 'www.aurora.localhost')).text).toContain(
    'Sitemap: http://aurora.localhost:3000/sitemap.xml',
  )
})

it('has no parts where one file is enough, and none that are no numbers', async () => {
  for (const part of ['1.xml', '0.xml', 'x.xml', '1', '../1.xml', 'all'])
    expect((await read(sitemap, 'aurora.localhost', { part })).status, part).toBe(404)
})

it('is not there for a host that nobody has', async () => {
  expect((await read(sitemap, 'nobody.localhost')).status).toBe(404)
  expect((await read(robots, 'nobody.localhost')).status).toBe(404)
})

it('has a sign for browsers that ask for one by habit, each shop its own', async () => {
  const [aurora, luna] = [await read(favicon, 'aurora.localhost'), await read(favicon, 'luna.localhost')]
  expect([aurora.status, aurora.type]).toEqual([200, 'image/svg+xml'])
  expect(aurora.text).toMatch(/^<svg/)
  expect(aurora.text).not.toBe(luna.text)

  const picture = { id: 'a'.repeat(64), width: 400, height: 400 }
  await publish(shop.storefront, 'luna', { version: 3, logo: { mark: 'none', wordmark: 'Luna', picture } })
  await shop.storefront.sites.refresh()
  const uploaded = await read(favicon, 'luna.localhost')
  expect([uploaded.status, uploaded.location]).toEqual([307, expect.stringMatching(/^\/media\/pictures\/a{64}/)])
})
