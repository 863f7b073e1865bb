import { z } from 'zod'
import { signatureOf } from '#lib/admin/signature.ts'
import { recallAnnouncement } from '#lib/announcements/announcements.ts'
import { noContent } from '#lib/http/json-response.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { handle } from '#lib/route/handle.ts'

const params = z.object({ id: z.uuid() })

export const DELETE = handle(
  { customer: 'anyone', account: 'editor', params },
  async ({ site, storefront, params: { id }, account }) =>
    (await recallAnnouncement(site, id, signatureOf(account), storefront))
      ? noContent()
      : problemResponse('storefront/not-found'),
)
