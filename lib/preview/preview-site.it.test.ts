import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ResellerConfig } from '#contracts/reseller-config.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { asReseller } from '#lib/database/database.ts'
import type { Site } from '#lib/reseller/site.ts'
import { type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import type { PreviewLink } from './preview-links.ts'
import { createPreviewLink, listPreviewLinks, revokePreviewLink } from './preview-links.ts'
import { previewSite } from './preview-site.ts'
import { mintPreviewToken } from './preview-token.ts'

let shop: StorefrontInTest
let parts: StorefrontInTest['storefront']

beforeAll(async () => {
  shop = await startStorefrontInTest()
  parts = shop.storefront
  for (const { resellerId } of [shop.aurora, shop.luna]) {
    const config = exampleConfig({ name: `${resellerId}’s draft` })
    await parts.database.configVersion.create({ data: { resellerId, version: 2, config } })
  }
})
afterAll(() => shop[Symbol.asyncDispose]())

const nobody = async () => false
const staff = async () => true
const share = (site: Site, version = 2): Promise<PreviewLink> =>
  createPreviewLink(parts, site.resellerId, { version, days: 7, createdBy: 'Ada' })
const keyOf = ({ path }: PreviewLink) => path.replace('/preview/', '')
const see = async (site: Site, key: string) =>
  (await previewSite(parts, site, { key, prefix: '' }, nobody))?.config.name ?? null

describe('a share link', () => {
  it('shows its version to whoever has it', async () => {
    const link = await share(shop.aurora)
    expect(await previewSite(parts, shop.aurora, { key: keyOf(link), prefix: '' }, nobody)).toMatchObject({
      resellerId: 'aurora',
      version: 2,
      config: { name: 'aurora’s draft' },
      preview: { version: 2, base: link.path },
    })
  })

  it('opens nothing at another reseller, who has a version of the same number', async () => {
    expect(await see(shop.luna, keyOf(await share(shop.aurora)))).toBeNull()
  })

  it('opens nothing once it is revoked, and goes on opening nothing', async () => {
    const link = await share(shop.aurora)
    expect(await see(shop.aurora, keyOf(link))).not.toBeNull()
    expect(await revokePreviewLink(parts, 'aurora', link.linkId)).toBe(true)
    expect(await see(shop.aurora, keyOf(link))).toBeNull()
    expect(await revokePreviewLink(parts, 'aurora', link.linkId)).toBe(true)
  })

  it('can be revoked by its own reseller only', async () => {
    const link = await share(shop.aurora)
    expect(await revokePreviewLink(parts, 'luna', link.linkId)).toBe(false)
    expect(await see(shop.aurora, keyOf(link))).not.toBeNull()
    expect((await listPreviewLinks(parts, 'luna')).map(({ linkId }) => linkId)).not.toContain(link.linkId)
  })

  it('opens nothing that is not on the list, however well it is sealed', async () => {
    const claim = { linkId: 'abcdefghijklmnop', version: 2, expiresAtMs: Date.now() + 60_000 }
    expect(await see(shop.aurora, mintPreviewToken(parts.environment.secret, 'aurora', claim))).toBeNull()
  })

  it('opens no other version and no longer than the list says, however well it is sealed', async () => {
    const link = await share(shop.aurora)
    const claim = { linkId: link.linkId, version: 2, expiresAtMs: link.expiresAt.getTime() }
    const sealed = (change: object) => mintPreviewToken(parts.environment.secret, 'aurora', { ...claim, ...change })
    expect(await see(shop.aurora, sealed({}))).not.toBeNull()
    expect(await see(shop.aurora, sealed({ version: 1 }))).toBeNull()
    expect(await see(shop.aurora, sealed({ expiresAtMs: claim.expiresAtMs + 1 }))).toBeNull()
  })

  it('opens nothing when it is over', async () => {
    const link = await share(shop.aurora)
    await asReseller(parts.database, 'aurora', (transaction) =>
      transaction.previewLink.updateMany({ where: { linkId: link.linkId }, data: { expiresAt: new Date(0) } }),
    )
    const claim = { linkId: link.linkId, version: 2, expiresAtMs: 1 }
    expect(await see(shop.aurora, mintPreviewToken(parts.environment.secret, 'aurora', claim))).toBeNull()
  })

  it('lasts seven days at most', async () => {
    const link = await createPreviewLink(parts, 'aurora', { version: 2, days: 400, createdBy: 'Ada' })
    expect(link.expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(7 * 24 * 60 * 60_000)
  })

  it('is seen by nobody who does not say whose it is, in the database either', async () => {
    await share(shop.aurora)
    expect(await parts.database.previewLink.count()).toBe(0)
  })
})

describe('a preview by number', () => {
  it('is for staff', async () => {
    expect(await previewSite(parts, shop.aurora, { key: 'v2', prefix: '' }, staff)).toMatchObject({ version: 2 })
    expect(await previewSite(parts, shop.aurora, { key: 'v2', prefix: '' }, nobody)).toBeNull()
  })

  it('shows nothing that is not there', async () => {
    expect(await previewSite(parts, shop.aurora, { key: 'v3', prefix: '' }, staff)).toBeNull()
    expect(await previewSite(parts, shop.aurora, { key: 'v99999999999', prefix: '' }, staff)).toBeNull()
  })
})

describe('the language of a preview', () => {
  /** Of a draft on a live site with one language, English. */
  const speaks = async (prefix: string, config: Partial<ResellerConfig>) => {
    const version = 10 + Math.floor(Math.random() * 1e9)
    await parts.database.configVersion.create({
      data: { resellerId: 'aurora', version, config: exampleConfig({ name: 'draft', ...config }) },
    })
    const seen = await previewSite(parts, shop.aurora, { key: `v${version}`, prefix }, staff)
    return seen && [seen.config.locale, seen.config.texts.tagline]
  }
  const german = { locales: ['en-GB', 'de-DE'], translations: { 'de-DE': { texts: { tagline: 'Karten' } } } } as const
  const twoEnglish = { locale: 'de-DE', locales: ['de-DE', 'en-GB', 'en-US'] } as const
  const change = (config: object) => config as Partial<ResellerConfig>

  it.each([
    ['/de', german, 'de-DE', 'Karten'],
    ['', german, 'en-GB', 'Tickets'],
    ['/en-us', twoEnglish, 'en-US', 'Tickets'],
    ['', twoEnglish, 'de-DE', 'Tickets'],
  ])('%s is the draft’s own, though the live site lacks it', async (prefix, config, locale, tagline) => {
    expect(await speaks(prefix, change(config))).toEqual([locale, tagline])
  })

  it('that the draft has given up is its first', async () => {
    expect(await speaks('/de', {})).toEqual(['en-GB', 'Tickets'])
  })
})
