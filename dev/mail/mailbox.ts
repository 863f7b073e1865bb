import PostalMime from 'postal-mime'

/** A mail as the stand-in keeps it: what the envelope said, and what the message says. */
export interface ReceivedMail {
  readonly id: string
  readonly receivedAt: string
  /** Of the envelope. */
  readonly to: readonly string[]
  readonly from: { readonly name: string; readonly address: string }
  readonly replyTo: string | null
  readonly subject: string
  readonly messageId: string | null
  readonly text: string
  readonly html: string
  /** What came with the HTML for it to show, by the name it has there, as data addresses. */
  readonly pictures: Readonly<Record<string, string>>
  /** Lower-case names, as they came. */
  readonly headers: Readonly<Record<string, string>>
}

function picturesIn({ attachments }: Awaited<ReturnType<typeof PostalMime.parse>>): Record<string, string> {
  const named = attachments.flatMap(({ contentId, mimeType, content }) => {
    if (!contentId || !mimeType.startsWith('image/')) return []
    const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer)
    return [[contentId.replace(/^<|>$/g, ''), `data:${mimeType};base64,${bytes.toString('base64')}`] as const]
  })
  return Object.fromEntries(named)
}

/** A day of trying things out; the oldest go. */
const MAILS_LIMIT = 500

/** What the stand-in for a mail server was given, newest first. It forgets everything when it stops. */
export class Mailbox {
  readonly #mails: ReceivedMail[] = []
  #count = 0
  #waiting: (() => void)[] = []

  async receive(raw: Uint8Array, to: readonly string[]): Promise<void> {
    const mail = await PostalMime.parse(raw)
    this.#count += 1
    this.#mails.unshift({
      id: `${this.#count}`,
      receivedAt: new Date().toISOString(),
      to,
      from: { name: mail.from?.name ?? '', address: mail.from?.address ?? '' },
      replyTo: mail.replyTo?.[0]?.address ?? null,
      subject: mail.subject ?? '',
      messageId: mail.messageId ?? null,
      text: mail.text ?? '',
      html: mail.html ?? '',
      pictures: picturesIn(mail),
      headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key.toLowerCase(), String(value)])),
    })
    this.#mails.length = Math.min(this.#mails.length, MAILS_LIMIT)
    for (const wake of this.#waiting.splice(0)) wake()
  }

  list(to?: string): ReceivedMail[] {
    return this.#mails.filter((mail) => to === undefined || mail.to.includes(to.toLowerCase()))
  }

  find(id: string): ReceivedMail | null {
    return this.#mails.find((mail) => mail.id === id) ?? null
  }

  /** Resolves with an address's mails once there are so many; the test's own limit is the limit. */
  async until(to: string, count = 1): Promise<ReceivedMail[]> {
    while (this.list(to).length < count) await new Promise<void>((wake) => this.#waiting.push(wake))
    return this.list(to)
  }
}
