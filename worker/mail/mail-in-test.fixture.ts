import type { MailContent } from '#contracts/mail.ts'
import type { Locale, ResellerConfig } from '#contracts/reseller-config.ts'
import { Mailbox } from '#dev/mail/mailbox.ts'
import { listenSmtp, type StandInSmtp } from '#dev/mail/smtp.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { freshDatabase } from '#dev/test/services.ts'
import { createLog } from '#platform/log.ts'
import { asReseller } from '../as-reseller.ts'
import { databaseBrandSource } from '../brand/brand-source.ts'
import { applyConfigEvents } from '../config-sync/config-store.ts'
import { openDatabase } from '../database.ts'
import { createOptOutLinks } from '../opt-outs/opt-out-links.ts'
import { addMails } from './mail-queue.ts'
import { type MailSending, startSendingMail } from './send-mail.ts'
import { smtpServer } from './smtp.ts'

export const optOuts = createOptOutLinks('a secret for links of at least 32 characters')
const log = createLog('test', 'silent')

/** Two resellers on a database of their own, and a mail server to send to. Mail waits until a test starts a sender. */
export async function openMailWorld() {
  const resources = new AsyncDisposableStack()
  const fresh = resources.use(await freshDatabase())
  const database = resources.use(openDatabase(fresh.url))
  const mailbox = new Mailbox()
  let smtp: StandInSmtp | null = await listenSmtp(mailbox, 0)
  const { port } = smtp
  resources.defer(async () => void (await smtp?.[Symbol.asyncDispose]()))
  const sequences = new Map<string, number>()

  async function publish(resellerId: string, change: Partial<ResellerConfig> = {}): Promise<void> {
    const sequence = (sequences.get(resellerId) ?? 0) + 1
    sequences.set(resellerId, sequence)
    const config = exampleConfig({ name: resellerId, hosts: [`${resellerId}.example`], ...change })
    const envelope = { id: `e${sequence}`, type: 'reseller.config' as const, at: '2026-11-01T10:00:00Z' }
    await applyConfigEvents(database, [{ ...envelope, resellerId, sequence, live: { version: sequence, config } }])
  }
  await publish('aurora')
  await publish('luna')

  return {
    database,
    databaseUrl: fresh.url,
    mailbox,
    publish,
    /** Null while nobody listens. */
    smtp: () => smtp,
    async stopSmtp() {
      await smtp?.[Symbol.asyncDispose]()
      smtp = null
    },
    async startSmtp() {
      smtp = await listenSmtp(mailbox, port)
    },
    async write(
      resellerId: string,
      to: string,
      mail: MailContent,
      dedupeKey: string = crypto.randomUUID(),
      locale: Locale = 'en-GB',
    ) {
      await asReseller(database, resellerId, (transaction) =>
        addMails(transaction, resellerId, [{ ...mail, to, locale, dedupeKey }]),
      )
    },
    rows: (resellerId: string) =>
      asReseller(database, resellerId, (transaction) => transaction.mail.findMany({ orderBy: { createdAt: 'asc' } })),
    /** Makes whatever waits for its next attempt due now. */
    hurry: (resellerId: string) =>
      asReseller(database, resellerId, (transaction) =>
        transaction.mail.updateMany({ where: { nextAttemptAt: { not: null } }, data: { nextAttemptAt: new Date(0) } }),
      ),
    startSender(changed: Partial<Pick<MailSending, 'brands' | 'optOuts' | 'server' | 'log'>> = {}) {
      const server = smtpServer(`smtp://127.0.0.1:${port}`, 4)
      const brands = databaseBrandSource(database, 'https://{host}')
      const results: string[] = []
      const counted = (result: string) => void results.push(result)
      const parts = { database, brands, optOuts, server, fromDomain: 'mail.example', counted, log }
      const sender = startSendingMail({ ...parts, ...changed })
      return {
        results,
        ring: sender.ring,
        async [Symbol.asyncDispose]() {
          await sender[Symbol.asyncDispose]()
          await server[Symbol.asyncDispose]()
        },
      }
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}
