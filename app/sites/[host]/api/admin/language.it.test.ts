import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleConfig } from '#dev/test/example-config.ts'
import { signInAs } from '#lib/test/staff-in-test.ts'
import { type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { POST as saveDraft } from './drafts/route.ts'
import { POST as chooseLanguage } from './language/route.ts'

let shop: StorefrontInTest
let viewer: string
let editor: string
beforeAll(async () => {
  shop = await startStorefrontInTest()
  viewer = await signInAs(shop.storefront, shop.aurora, 'viewer')
  editor = await signInAs(shop.storefront, shop.aurora, 'editor')
})
afterAll(() => shop[Symbol.asyncDispose]())

function ask(route: typeof chooseLanguage, cookie: string, body: unknown, headers: Record<string, string> = {}) {
  const host = 'aurora.localhost'
  const request = new Request(`http://${host}/`, {
    method: 'POST',
    headers: { host, origin: `http://${host}`, 'content-type': 'application/json', cookie, ...headers },
    body: JSON.stringify(body),
  })
  return route(request, { params: Promise.resolve({ host }) })
}

describe('the language of the staff’s pages', () => {
  it('is kept by the browser for a year, and sent for these pages only', async () => {
    const response = await ask(chooseLanguage, viewer, { language: 'de-DE' })
    expect(response.status).toBe(204)
    expect(response.headers.getSetCookie()).toEqual([
      'staff-language=de-DE; Path=/admin; Max-Age=31536000; HttpOnly; SameSite=Lax',
    ])
  })

  it.each([
    ['a language that there is not', { language: 'fr-FR' }, {}, 400],
    ['more than a language', { language: 'de-DE; Path=/' }, {}, 400],
    ['another site', { language: 'de-DE' }, { origin: 'https://elsewhere.example' }, 403],
    ['nobody', { language: 'de-DE' }, { cookie: '' }, 401],
  ])('is not set by %s', async (_, body, headers, status) => {
    const response = await ask(chooseLanguage, viewer, body, headers)
    expect(response.status).toBe(status)
    expect(response.headers.getSetCookie()).toEqual([])
  })

  it.each([
    ['the shop’s own', {}, 'too long'],
    ['one that the shop has not', { 'accept-language': 'de-DE' }, 'zu lang'],
    ['a browser’s own list, which is no choice', { 'accept-language': 'de-DE,de;q=0.9' }, 'too long'],
  ])('is that of what is wrong with a draft: %s', async (_, headers, words) => {
    const config = { ...exampleConfig({ name: 'x'.repeat(500) }), hosts: ['aurora.localhost'] }
    const response = await ask(saveDraft as typeof chooseLanguage, editor, { base: 0, config }, headers)
    const { fields } = (await response.json()) as { fields: { message: string }[] }
    expect(response.status).toBe(400)
    expect(fields[0]?.message).toContain(words)
  })
})
