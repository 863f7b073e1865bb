import { createTransport } from 'nodemailer'
import { inTime } from '#platform/in-time.ts'
import type { Failure } from './mail-queue.ts'
import { wordsOf } from './server-words.ts'

/** A mail as it goes over the wire. Addresses are bare; names are text that the library encodes. */
export interface OutgoingMail {
  readonly from: { readonly name: string; readonly address: string }
  readonly replyTo: { readonly name: string; readonly address: string }
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Without angle brackets; the same at every attempt. */
  readonly messageId: string
  readonly headers: Readonly<Record<string, string>>
  /** Pictures that the HTML names as `cid:…`; they travel with it, so that nothing is fetched when it is opened. */
  readonly pictures: readonly { readonly cid: string; readonly name: string; readonly png: Uint8Array }[]
}

/** Hands mail to a mail server. */
export interface MailServer extends AsyncDisposable {
  /** @returns null when the server took it on, or why not. Never throws. */
  send(mail: OutgoingMail): Promise<Failure | null>
}

/** Each of a server's answers must come within this. */
const CONNECT_MS = 5_000
const ANSWER_MS = 15_000
/** All of them together: less than half of the time for which a mail is claimed. A server may drip. */
const MAIL_MS = 45_000
/** Servers close connections that sent more; each mail of ours is some 20 KB, and 100 more with a logo. */
const MAILS_PER_CONNECTION = 100

/** @param url `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte */
export function smtpServer(url: string, connections: number): MailServer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: connections,
    maxMessages: MAILS_PER_CONNECTION,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ messageId, to, pictures, ...mail }) {
      try {
        const sending = transport.sendMail({
          ...mail,
          // As an object: a text could hold a list.
          to: { name: '', address: to },
          messageId: `<${messageId}>`,
          attachments: pictures.map(({ cid, name, png }) => ({
            ...{ cid, filename: name, contentType: 'image/png', contentDisposition: 'inline' as const },
            content: Buffer.from(png),
          })),
          // Out-of-office replies to a machine help nobody.
          headers: { 'Auto-Submitted': 'auto-generated', ...mail.headers },
        })
        const late: Failure = { reason: `no answer within ${MAIL_MS} ms`, permanent: false }
        return await inTime<null, Failure>(
          sending.then(() => null),
          MAIL_MS,
          () => late,
        )
      } catch (error) {
        return failureOf(error)
      }
    },
    async [Symbol.asyncDispose]() {
      transport.close()
    },
  }
}

/** A 5xx answer to one mail is final for it, as SMTP says; anything else may go away: a server that is down or full. */
function failureOf(error: unknown): Failure {
  const { responseCode, code, message } = error as { responseCode?: number; code?: string; message?: string }
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  const permanent = aboutThisMail && responseCode !== undefined && responseCode >= 500 && responseCode < 600
  return { reason: wordsOf(message ?? String(error)), permanent }
}
