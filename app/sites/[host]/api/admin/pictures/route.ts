import { signatureOf } from '#lib/admin/signature.ts'
import { json } from '#lib/http/json-response.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { handle } from '#lib/route/handle.ts'

export const GET = handle({ customer: 'anyone', account: 'editor' }, async ({ site, storefront }) =>
  json(await storefront.pictures.list(site.resellerId)),
)

export const POST = handle(
  { customer: 'anyone', account: 'editor', file: 'picture' },
  async ({ site, storefront, account, file }) => {
    const developed = await storefront.darkroom.develop(file)
    if (developed === 'busy') return problemResponse('storefront/unavailable')
    if (typeof developed === 'string') return problemResponse('storefront/unusable-picture', { detail: developed })
    const kept = await storefront.pictures.keep(site.resellerId, developed, signatureOf(account))
    return kept.outcome === 'kept' ? json(kept.picture, 201) : problemResponse('storefront/no-room')
  },
)
