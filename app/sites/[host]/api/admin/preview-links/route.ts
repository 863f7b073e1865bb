import { NewPreviewLink } from '#contracts/storefront.ts'
import { signatureOf } from '#lib/admin/signature.ts'
import { configOf } from '#lib/admin/versions.ts'
import { json } from '#lib/http/json-response.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { createPreviewLink } from '#lib/preview/preview-links.ts'
import { handle } from '#lib/route/handle.ts'

export const POST = handle(
  { customer: 'anyone', account: 'editor', body: NewPreviewLink },
  async ({ site, storefront, body, account }) => {
    if ((await configOf(storefront, site.resellerId, body.version)) === null)
      return problemResponse('storefront/not-found')
    const link = { ...body, createdBy: signatureOf(account) }
    return json(await createPreviewLink(storefront, site.resellerId, link), 201)
  },
)
