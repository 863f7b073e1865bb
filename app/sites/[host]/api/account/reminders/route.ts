import { WantReminders } from '#contracts/account.ts'
import { noContent } from '#lib/http/json-response.ts'
import { digestOf, wantReminders } from '#lib/opt-outs/opt-outs.ts'
import { handle } from '#lib/route/handle.ts'

export const POST = handle(
  { customer: 'anyone', account: 'needed', body: WantReminders },
  async ({ site, storefront, account, body }) => {
    await wantReminders(site.resellerId, digestOf(site, account.email, storefront), body.wanted, storefront)
    return noContent()
  },
)
