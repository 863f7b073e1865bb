import { createHmac } from 'node:crypto'
import type { Redis } from 'ioredis'
import { countIn } from '#lib/limits/window-count.ts'
import { resellerSecret } from '#platform/reseller-secret.ts'
import { AccountsUnavailable } from './accounts-unavailable.ts'

/** Mails of one kind to one mailbox in a quarter of an hour: one that got lost, one too late, and one more. */
const PER_MAILBOX = 3
const WINDOW_S = 15 * 60

export interface Mailboxes {
  readonly redis: Redis
  readonly secret: string
}

/**
 * Counts a mail that anybody can ask for, before it is written, whoever asks and from however many clients: the limits per
 * client leave one of them thousands a day. Whoever asks must not hear that there were enough.
 * @returns false when there were. @throws AccountsUnavailable while Redis is away: without a count nothing is mailed.
 */
export async function countMailTo(
  { redis, secret }: Mailboxes,
  resellerId: string,
  kind: string,
  email: string,
): Promise<boolean> {
  const key = resellerSecret(secret, 'accounts', resellerId)
  const mailbox = createHmac('sha256', key).update(email.trim().toLowerCase()).digest('base64url')
  try {
    const { count } = await countIn(redis, resellerId, `mails:${kind}:${mailbox}`, WINDOW_S)
    return count <= PER_MAILBOX
  } catch (error) {
    throw new AccountsUnavailable('mails cannot be counted', { cause: error })
  }
}
