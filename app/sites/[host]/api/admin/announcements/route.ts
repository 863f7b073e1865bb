import type { Announced } from '#contracts/staff.ts'
import { signatureOf } from '#lib/admin/signature.ts'
import { createAnnouncement } from '#lib/announcements/announcements.ts'
import { NewAnnouncement } from '#lib/announcements/new-announcement.ts'
import { json } from '#lib/http/json-response.ts'
import { handle } from '#lib/route/handle.ts'

export const POST = handle(
  { customer: 'anyone', account: 'editor', body: NewAnnouncement, idempotent: true },
  async ({ site, storefront, body, account, idempotencyKey: key }) => {
    const { id, status } = await createAnnouncement(site, body, { createdBy: signatureOf(account), key }, storefront)
    return json({ id, status } satisfies Announced, 201)
  },
)
