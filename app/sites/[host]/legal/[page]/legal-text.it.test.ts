import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LegalPage } from '#components/legal/legal-page.tsx'
import { siteAt } from '#lib/reseller/site-address.ts'
import { publish, type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { legalMetadata, legalTextOf } from './legal-text.ts'

let shop: StorefrontInTest
beforeAll(async () => {
  shop = await startStorefrontInTest()
  await publish(shop.storefront, 'aurora', {
    version: 2,
    locales: ['en-GB', 'de-DE'],
    legal: { imprint: 'Aurora Live Ltd\nBristol\n\nDirector: Imogen Pryce', terms: 'Fair <b>always</b>.' },
    translations: {
      'de-DE': { legal: { imprint: 'Aurora Live Ltd\nBristol\n\nGeschäftsführerin: Imogen Pryce', privacy: 'Wenig' } },
    },
  })
  await publish(shop.storefront, 'luna', { version: 2, legal: { privacy: 'What Luna keeps' } })
  await shop.storefront.sites.refresh()
})
afterAll(() => shop[Symbol.asyncDispose]())

/** As routes find it: by the host and language of the address. */
async function found(address: string, page: string) {
  const site = await siteAt(shop.storefront.sites, address)
  return site && legalTextOf(site, page)
}

async function html(address: string, page: string): Promise<string | null> {
  const text = await found(address, page)
  return text && renderToStaticMarkup(createElement(LegalPage, text))
}

describe('a legal page', () => {
  it('is in the first language under its plain address', async () => {
    const page = await html('aurora.localhost', 'imprint')
    expect(page).toContain('>Imprint</h1>')
    expect(page).toContain('<div><p>Aurora Live Ltd\nBristol</p><p>Director: Imogen Pryce</p></div>')
  })

  it('is in another under its address there', async () => {
    const page = await html('aurora.localhost~de', 'imprint')
    expect(page).toContain('>Impressum</h1>')
    expect(page).toContain('<div><p>Aurora Live Ltd\nBristol</p><p>Geschäftsführerin: Imogen Pryce</p></div>')
  })

  it('says in which language it is where nobody translated it, and is plain words in every one', async () => {
    const page = await html('aurora.localhost~de', 'terms')
    expect(page).toContain('>Allgemeine Geschäftsbedingungen</h1>')
    expect(page).toContain('<div lang="en-GB"><p>Fair &lt;b&gt;always&lt;/b&gt;.</p></div>')
  })

  it.each([
    ['aurora.localhost', 'privacy'],
    ['aurora.localhost~de', 'privacy'],
    ['aurora.localhost', 'cookies'],
    ['aurora.localhost', 'toString'],
    ['luna.localhost', 'imprint'],
    ['luna.localhost~de', 'privacy'],
  ])('is not there where its reseller did not write it: %s, %s', async (address, page) => {
    expect(await found(address, page)).toBeNull()
  })

  it('has one address, and names the same page in every language', async () => {
    const text = await found('aurora.localhost~de', 'terms')
    expect(text && legalMetadata(text)).toMatchObject({
      title: 'Allgemeine Geschäftsbedingungen',
      description: 'Fair <b>always</b>.',
      alternates: {
        canonical: 'http://aurora.localhost:3000/de/legal/terms',
        languages: {
          'en-GB': 'http://aurora.localhost:3000/legal/terms',
          'de-DE': 'http://aurora.localhost:3000/de/legal/terms',
          'x-default': 'http://aurora.localhost:3000/legal/terms',
        },
      },
    })
  })
})
