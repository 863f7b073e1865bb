import { WantReminders } from '#contracts/account.ts'
import { handle, noContent } from '#lib/http/handle.ts'
import { digestOf, wantReminders } from '#lib/opt-outs/opt-outs.ts'

export const POST = handle(
  { customer: 'anyone', account: 'needed', body: WantReminders },
  async ({ site, account, body }) => {
    await wantReminders(site.resellerId, digestOf(site, account.email), body.wanted)
    return noContent()
  },
)
