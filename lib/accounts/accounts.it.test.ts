import { expect, it } from 'vitest'
import { startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { readAccount } from './read-account.ts'

it('smoke', async () => {
  await using shop = await startStorefrontInTest()
  const auth = shop.storefront.auths.for(shop.aurora, false)
  const call = (path: string, body?: object, cookie?: string) =>
    auth.handler(
      new Request(`http://aurora.localhost/api/auth${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { 'content-type': 'application/json', origin: 'http://aurora.localhost', ...(cookie && { cookie }) },
        body: body ? JSON.stringify(body) : null,
      }),
    )
  const up = await call('/sign-up/email', { name: 'Ada', email: 'Ada@example.com', password: 'correct horse battery' })
  console.log(up.status, await up.text())
  const mails = await shop.storefront.database.$transaction(async (t) => {
    await t.$queryRaw`SELECT set_config('marquee.reseller_id', 'aurora', true)`
    return t.mail.findMany()
  })
  console.log(mails)
  const token = new URL(String((mails[0]?.data as { url: string } | undefined)?.url), 'http://x').searchParams.get(
    'token',
  )
  const ver = await call(`/verify-email?token=${token}`)
  console.log(ver.status, await ver.text())
  const si = await call('/sign-in/email', { email: 'ada@example.com', password: 'correct horse battery' })
  console.log(si.status, await si.text(), si.headers.getSetCookie())
  const cookie = si.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const account = await readAccount(shop.aurora, cookie, false, shop.storefront)
  console.log(account)
  expect(await readAccount(shop.luna, cookie, false, shop.storefront)).toBe(null)
  const out = await call('/sign-out', {}, cookie)
  console.log(out.status, await out.text())
  expect(await readAccount(shop.aurora, cookie, false, shop.storefront)).toBe(null)
})
