import { MailContent } from '#contracts/mail.ts'
import { Locale } from '#contracts/reseller-config.ts'
import { mailRow, type NewMail } from '#platform/mail-row.ts'
import { asReseller } from '../as-reseller.ts'
import type { Database, Transaction } from '../database.ts'
import { type AttemptEnd, afterFailure } from './retry.ts'

/*
 * A row's life:
 *   due ──claimed──▶ under way (due again in CLAIM_MS, in case we die) ──accepted──▶ sent
 *    ▲                   ├──failed──▶ due later, or given up with a reason
 *    └────not begun───────┘
 * An attempt is counted with its claim, so that a mail which its worker dies of, or that nobody can note as sent, is not
 * sent for ever; what was claimed and not begun, for whatever reason, is given back with its count.
 */

/**
 * Whoever dies with a mail in hand leaves it for so long. Nobody begins to send after half of it, and a server gets
 * less than the other half, so while its worker lives a mail is never in two hands.
 */
export const CLAIM_MS = 120_000

/** A mail that somebody is about to send. `content` is a fault when the row cannot be read any more. */
export interface ClaimedMail {
  readonly resellerId: string
  readonly mailId: string
  readonly recipient: string
  readonly locale: Locale | null
  readonly content: MailContent | null
  readonly createdAt: Date
  /** Counts this one. */
  readonly attempts: number
}

/** A mail that what it tells of may ask for again: every one of the worker's names its cause. */
export type CausedMail = NewMail & { readonly dedupeKey: string }

/** Writes mails in the transaction of their cause, which must be of this reseller. A second one with a key is not written. */
export async function addMails(
  transaction: Transaction,
  resellerId: string,
  mails: readonly CausedMail[],
): Promise<void> {
  await transaction.mail.createMany({ data: mails.map((mail) => mailRow(resellerId, mail)), skipDuplicates: true })
}

/** Resellers with mail to send, those who wait longest first. */
export async function resellersWithDueMail(database: Database, most: number): Promise<string[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`SELECT id FROM resellers_with_due_mail(${most}::int) AS id`
  return rows.map(({ id }) => id)
}

interface Row {
  readonly mailId: string
  readonly kind: string
  readonly recipient: string
  readonly locale: string
  readonly data: unknown
  readonly createdAt: Date
  readonly attempts: number
  readonly priority: number
}

/**
 * Takes up to `most` of a reseller's due mails, whoever waits for one before news to thousands, so that for
 * {@link CLAIM_MS} no other worker does. Chosen in a step of its own: as a subquery of the update PostgreSQL may choose
 * again for every row, and pass the limit.
 */
export async function claimDueMail(database: Database, resellerId: string, most: number): Promise<ClaimedMail[]> {
  const rows = await asReseller(
    database,
    resellerId,
    (transaction) => transaction.$queryRaw<Row[]>`
      WITH due AS MATERIALIZED (
        SELECT mail_id FROM mail WHERE reseller_id = ${resellerId} AND next_attempt_at <= now()
        ORDER BY priority, next_attempt_at LIMIT ${most} FOR UPDATE SKIP LOCKED)
      UPDATE mail SET attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => ${CLAIM_MS / 1_000})
      FROM due WHERE reseller_id = ${resellerId} AND mail.mail_id = due.mail_id
      RETURNING mail.mail_id AS "mailId", kind, recipient, locale, data, created_at AS "createdAt", attempts,
        priority`,
  )
  const inOrder = rows.toSorted((one, other) => one.priority - other.priority) // an update returns them in any
  return inOrder.map(({ mailId, recipient, createdAt, attempts, kind, data, locale }) => ({
    ...{ resellerId, mailId, recipient, createdAt, attempts },
    locale: Locale.safeParse(locale).data ?? null,
    content: MailContent.safeParse({ kind, data }).data ?? null,
  }))
}

/** Gives back what was not begun, as it was before. Not what has been claimed anew meanwhile, which counts one more. */
export async function giveBack(database: Database, resellerId: string, mails: readonly ClaimedMail[]): Promise<void> {
  if (mails.length === 0) return
  await asReseller(database, resellerId, async (transaction) => {
    for (const { mailId, attempts } of mails)
      await transaction.mail.updateMany({
        where: { resellerId, mailId, attempts, sentAt: null, nextAttemptAt: { not: null } },
        data: { attempts: { decrement: 1 }, nextAttemptAt: new Date() },
      })
  })
}

/** Notes that the mail server has it. What it said is forgotten: it may hold links that open an account. */
export async function markSent(database: Database, { resellerId, mailId }: ClaimedMail): Promise<void> {
  await asReseller(database, resellerId, (transaction) =>
    transaction.mail.updateMany({
      where: { resellerId, mailId },
      data: { sentAt: new Date(), nextAttemptAt: null, failedReason: null, data: {} },
    }),
  )
}

/** Notes why it was not sent, and when it is tried again, or that it never is. @returns which */
export async function markFailed(database: Database, mail: ClaimedMail, failure: Failure): Promise<AttemptEnd> {
  const { resellerId, mailId, attempts } = mail
  const end = failure.permanent ? 'given-up' : afterFailure(attempts)
  await asReseller(database, resellerId, (transaction) =>
    transaction.mail.updateMany({
      where: { resellerId, mailId, sentAt: null },
      data: {
        failedReason: failure.reason.slice(0, REASON_LIMIT),
        ...(end === 'given-up'
          ? { nextAttemptAt: null, data: {} }
          : { nextAttemptAt: new Date(Date.now() + end.retryInMs) }),
      },
    }),
  )
  return end
}

/** Why a mail was not sent. Trying a permanent failure again is no use. */
export interface Failure {
  readonly reason: string
  readonly permanent: boolean
}

/** A mail server's answer is a line; more than this is not read by anybody. */
const REASON_LIMIT = 500
