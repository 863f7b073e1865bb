import { ACCOUNT_LINK_LIFE_S } from '#contracts/account-link-life.ts'
import type { MailContent, MailKind } from '#contracts/mail.ts'

/** Those whose link is over some time after it was made. */
const WITH_LINK_THAT_ENDS: readonly MailKind[] = ['account.verify', 'account.reset', 'account.confirm-new-email']

/**
 * Why a mail that waited, for a mail server or for its turn, is of no use to its reader any more; null while it is.
 * @param createdAt when it was written, as soon as its link was made
 */
export function whyTooLate(content: MailContent, createdAt: Date, nowMs: number): string | null {
  if (content.kind === 'show.tomorrow' && Date.parse(content.data.show.startsAt) <= nowMs) return 'the show has begun'
  const linkIsOver = nowMs - createdAt.getTime() >= ACCOUNT_LINK_LIFE_S * 1_000
  return WITH_LINK_THAT_ENDS.includes(content.kind) && linkIsOver ? 'its link is over' : null
}
