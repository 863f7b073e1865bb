import { z } from 'zod'
import { noContent } from '#lib/http/json-response.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { revokePreviewLink } from '#lib/preview/preview-links.ts'
import { handle } from '#lib/route/handle.ts'

const params = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{16,32}$/) })

export const DELETE = handle(
  { customer: 'anyone', account: 'editor', params },
  async ({ site, storefront, params: { id } }) =>
    (await revokePreviewLink(storefront, site.resellerId, id)) ? noContent() : problemResponse('storefront/not-found'),
)
