import { z } from 'zod'
import { optOutPage } from '#contracts/opt-out-paths.ts'
import { OneClick, OptOutKey } from '#contracts/storefront.ts'
import { noContent } from '#lib/http/json-response.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { siteHref } from '#lib/language/site-href.ts'
import { endedBy, endMails, wantReminders } from '#lib/opt-outs/opt-outs.ts'
import { handle } from '#lib/route/handle.ts'
import { translator } from '#lib/text/translator.ts'

const params = z.object({ key: OptOutKey })
const nothing = () => problemResponse('storefront/not-found')

/** A mail program ends it for its reader: whoever has the mail may, from wherever that program is. */
export const POST = handle(
  { customer: 'anyone', params, body: OneClick, form: true, anyOrigin: true },
  async ({ site, storefront, params: { key } }) => {
    const ended = endedBy(site, key, storefront)
    if (ended === null) return nothing()
    await endMails(site, ended, storefront)
    const t = translator(site.config.locale, 'unsubscribe')
    const text = t(ended.what === 'reminders' ? 'ended' : 'left', { name: site.config.name })
    return new Response(`${text}\n`, {
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    })
  },
)

/** The page's button. */
export const PUT = handle({ customer: 'anyone', params }, async ({ site, storefront, params: { key } }) => {
  const ended = endedBy(site, key, storefront)
  if (ended === null) return nothing()
  await endMails(site, ended, storefront)
  return noContent()
})

/** The page's way back. Who left a waitlist asks for a new place: the old one is another's. */
export const DELETE = handle({ customer: 'anyone', params }, async ({ site, storefront, params: { key } }) => {
  const ended = endedBy(site, key, storefront)
  if (ended?.what !== 'reminders') return nothing()
  await wantReminders(site.resellerId, ended.addressDigest, true, storefront)
  return noContent()
})

/** Mail programs that know no one-click open the address instead: their reader is asked. Changes nothing. */
export const GET = handle({ customer: 'anyone', params }, ({ site, storefront, params: { key } }) => {
  const ended = endedBy(site, key, storefront)
  if (ended === null) return nothing()
  const page = ended.what === 'waitlist' ? `/waitlist/${ended.token}` : optOutPage(key)
  return new Response(null, { status: 303, headers: { location: siteHref(site, page), 'cache-control': 'no-store' } })
})
