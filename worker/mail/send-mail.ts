import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '#platform/log.ts'
import { untilDone } from '#platform/until-done.ts'
import type { Brand } from '../brand/brand.ts'
import { withLogo } from '../brand/brand-logo.ts'
import type { BrandSource } from '../brand/brand-source.ts'
import type { Database } from '../database.ts'
import type { OptOutLinks } from '../opt-outs/opt-out-links.ts'
import { forEachReseller, type Rounds, startRounds, unlessAllFailed } from '../rounds.ts'
import { inLanes } from './in-lanes.ts'
import {
  CLAIM_MS,
  type ClaimedMail,
  claimDueMail,
  type Failure,
  giveBack,
  markFailed,
  markSent,
  resellersWithDueMail,
} from './mail-queue.ts'
import { dressMail } from './outgoing-mail.ts'
import { createPace } from './pace.ts'
import { ATTEMPTS_LIMIT } from './retry.ts'
import type { MailServer } from './smtp.ts'
import { isStillWanted } from './still-wanted.ts'

/*
 * Sends what is due: claim a few of one reseller → look whether it is wanted → dress → hand to the mail server → note. A
 * mail is noted as sent after the server took it, so when a process dies in between it is sent again once its claim ends,
 * two minutes later, under the same Message-ID; never is one noted that was not taken. Decision 0072.
 */

export type MailResult = 'sent' | 'retried' | 'given-up' | 'unwanted'

export interface MailSending {
  readonly database: Database
  readonly brands: BrandSource
  readonly optOuts: OptOutLinks
  readonly server: MailServer
  /** The domain of senders' addresses. */
  readonly fromDomain: string
  readonly counted: (result: MailResult, kind: string) => void
  readonly log: Log
}

/** As many connections to the mail server, and mails at hand at once. */
export const MAILS_AT_ONCE = 4
/** Per process: 20 a second is 72,000 an hour, more than most providers take from one sender before they slow it down. */
const MAILS_PER_SECOND = 20
/** Mails of one reseller in a row; then it is the next one's turn. Sent at the pace above, it is over within a second. */
const MAILS_PER_TURN = 16
/** How long a mail that was taken is still begun. Later it is given back. */
const BEGIN_MS = CLAIM_MS / 2
/** While the database is away, that a mail was taken on is tried to be noted for this long. */
const NOTE_MS = 10_000
/** Resellers looked at per round. */
const TURNS_PER_ROUND = 50
/** Looked for this often even if nobody rang: for retries that have come due, and bells that were missed. */
const LOOK_MS = 2_000

/** Sends until disposed; then it finishes what it has at hand. */
export function startSendingMail(sending: MailSending): Rounds {
  const pace = createPace(MAILS_PER_SECOND)
  return startRounds({
    name: 'mail',
    everyMs: LOOK_MS,
    log: sending.log,
    async round(stopped) {
      const taken = await forEachReseller({
        resellerIds: await resellersWithDueMail(sending.database, TURNS_PER_ROUND),
        ...{ stopped, log: sending.log, failure: 'mails could not be sent; tried again' },
        work: (resellerId) => sendSome(sending, resellerId, () => sleep(pace.next(performance.now()))),
      })
      return unlessAllFailed(taken).some((mails) => mails > 0)
    },
  })
}

/** @returns how many were taken */
async function sendSome(sending: MailSending, resellerId: string, turn: () => Promise<void>): Promise<number> {
  // Before any mail is claimed, and with that counted as tried: this may fail for hours.
  const found = await sending.brands.find(resellerId)
  const brand = found && (await withLogo(sending.database, found))
  const takenAt = performance.now()
  const mails = await claimDueMail(sending.database, resellerId, MAILS_PER_TURN)
  if (mails.length === 0) return 0
  const notBegun = new Set(mails)
  const failures = await inLanes(mails, {
    lanes: MAILS_AT_ONCE,
    isLate: () => performance.now() - takenAt > BEGIN_MS,
    async work(mail) {
      await turn()
      await sendOne(sending, brand, mail, () => void notBegun.delete(mail))
    },
  })
  await giveBack(sending.database, resellerId, [...notBegun])
  if (failures.length > 0) throw failures[0]
  return mails.length
}

/** @param begun is called before anything is done that counts as an attempt */
async function sendOne(sending: MailSending, brand: Brand | null, mail: ClaimedMail, begun: () => void): Promise<void> {
  // Whoever failed would have given it up: those before us died of it, or could not note that it was taken.
  if (mail.attempts > ATTEMPTS_LIMIT)
    return note(sending, mail, { reason: 'begun too often without an end', permanent: true })
  if (!(await isStillWanted(sending.database, sending.optOuts, mail))) return drop(sending, mail)
  begun()
  const dressed = dressMail(mail, brand, sending.fromDomain)
  await note(sending, mail, 'reason' in dressed ? dressed : await sending.server.send(dressed))
}

/** Nothing failed: whoever it was for wants no such mail any more. */
async function drop({ database, counted }: MailSending, mail: ClaimedMail): Promise<void> {
  await markFailed(database, mail, { reason: 'its reader has ended such mails', permanent: true })
  counted('unwanted', mail.content?.kind ?? 'unreadable')
}

/** The address stays out of the log: the row has it. */
async function note(sending: MailSending, mail: ClaimedMail, failure: Failure | null): Promise<void> {
  const { database, log, counted } = sending
  const { resellerId, mailId, attempts } = mail
  const kind = mail.content?.kind ?? 'unreadable'
  if (failure === null) {
    const begunAt = performance.now()
    await untilDone(
      () => performance.now() - begunAt < NOTE_MS,
      log,
      () => markSent(database, mail),
      'a mail that was sent could not be noted; tried again',
    )
    counted('sent', kind)
    return
  }
  const end = await markFailed(database, mail, failure)
  counted(end === 'given-up' ? 'given-up' : 'retried', kind)
  const told = { resellerId, mailId, kind, attempts, reason: failure.reason }
  if (end === 'given-up') log.error(told, 'a mail was given up')
  else log.warn({ ...told, ...end }, 'a mail was not sent; it is tried again')
}
