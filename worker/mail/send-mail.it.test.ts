import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { MailContent } from '#contracts/mail.ts'
import type { Locale } from '#contracts/reseller-config.ts'
import { createLog } from '#platform/log.ts'
import { asReseller } from '../as-reseller.ts'
import { openMailWorld, optOuts } from './mail-in-test.fixture.ts'
import { claimDueMail, giveBack } from './mail-queue.ts'
import { SAMPLE_MAILS, sampleMailShow } from './render/mail-samples.fixture.ts'
import { ATTEMPTS_LIMIT } from './retry.ts'
import { smtpServer } from './smtp.ts'

type World = Awaited<ReturnType<typeof openMailWorld>>
const verify: MailContent = { kind: 'account.verify', data: { url: 'https://evil.example/verify?token=secret' } }
const waiting = { timeout: 15_000, interval: 20 }

describe('mail that is due', () => {
  let world: World
  beforeAll(async () => {
    world = await openMailWorld()
  })
  afterAll(() => world[Symbol.asyncDispose]())

  it('is sent once, from its reseller’s name, with links to its own host, and what it said is forgotten', async () => {
    await world.publish('aurora', { name: 'Aurora', hosts: ['new.example'], support: { email: 'help@aurora.example' } })
    await world.write('aurora', 'ada@example.com', verify)
    await using _ = world.startSender()
    const [mail, ...others] = await world.mailbox.until('ada@example.com')
    expect(others).toEqual([])
    expect(mail).toMatchObject({
      from: { name: 'Aurora', address: 'aurora@mail.example' },
      replyTo: 'help@aurora.example',
      to: ['ada@example.com'],
    })
    expect(mail?.text).toContain('https://new.example/verify?token=secret')
    expect(mail?.html).toContain('https://new.example/verify?token=secret')
    expect(`${mail?.text}${mail?.html}`).not.toContain('evil.example')
    await vi.waitFor(async () => {
      const row = (await world.rows('aurora')).find(({ recipient }) => recipient === 'ada@example.com')
      expect(row).toMatchObject({ sentAt: expect.any(Date), nextAttemptAt: null, attempts: 1 })
      expect(row?.data).toEqual({})
      expect(mail?.messageId).toBe(`<${row?.mailId}@mail.example>`)
    }, waiting)
  })

  it('is signed in the language it is written in, and in the first where there is no other signature', async () => {
    const translations = { 'de-DE': { mail: { signature: 'Ihre Theaterkasse' } } }
    await world.publish('aurora', {
      locales: ['en-GB', 'de-DE', 'es-ES'],
      mail: { signature: 'Your box office' },
      translations: { ...translations, 'ja-JP': { mail: { signature: '劇場' } } },
    })
    await world.publish('luna', { locales: ['en-GB', 'de-DE'], translations })
    const signed = async (resellerId: string, locale: Locale) => {
      const to = `${locale}@${resellerId}.example`
      await world.write(resellerId, to, verify, crypto.randomUUID(), locale)
      const [mail] = await world.mailbox.until(to)
      return ['Ihre Theaterkasse', 'Your box office', '劇場'].filter((signature) => mail?.text.includes(signature))
    }
    await using _ = world.startSender()
    expect(await signed('aurora', 'de-DE')).toEqual(['Ihre Theaterkasse'])
    expect(await signed('aurora', 'es-ES')).toEqual(['Your box office'])
    expect(await signed('aurora', 'ja-JP')).toEqual(['Your box office']) // a language that the site gave up
    expect(await signed('luna', 'de-DE')).toEqual([]) // took its signature out
  })

  it('brings its own reseller’s logo along, so that reading it fetches nothing', async () => {
    const picture = { id: 'b'.repeat(64), width: 64, height: 32 }
    const png = new Uint8Array(
      await sharp({ create: { width: 64, height: 32, channels: 3, background: '#123456' } })
        .png()
        .toBuffer(),
    )
    await asReseller(world.database, 'aurora', async (transaction) => {
      const key = { resellerId: 'aurora', pictureId: picture.id }
      await transaction.picture.create({ data: { ...key, width: 64, height: 32, bytes: 1, uploadedBy: 'a test' } })
      await transaction.pictureFile.create({ data: { ...key, name: 'print.png', type: 'image/png', content: png } })
    })
    const logo = { wordmark: 'Example', mark: 'none' as const, picture }
    for (const reseller of ['aurora', 'luna']) {
      await world.publish(reseller, { logo })
      await world.write(reseller, `logo@${reseller}.example`, verify)
    }
    await using _ = world.startSender()
    const [ours] = await world.mailbox.until('logo@aurora.example')
    expect(ours?.html).toContain('src="cid:logo@brand"')
    expect(ours?.pictures['logo@brand']).toBe(`data:image/png;base64,${Buffer.from(png).toString('base64')}`)
    const [theirs] = await world.mailbox.until('logo@luna.example') // names a picture that is not luna's
    expect(theirs?.html).not.toContain('<img')
    expect(theirs?.pictures).toEqual({})
  })

  it.each([...SAMPLE_MAILS.entries()])('can be of any kind: %i', async (at, content) => {
    const to = `kind-${at}@example.com`
    await world.write('luna', to, content)
    await using _ = world.startSender()
    const [mail] = await world.mailbox.until(to)
    expect(mail?.from.address).toBe('luna@mail.example')
    expect(mail?.text.length).toBeGreaterThan(50)
  })

  it('goes out before all news to many when somebody waits for it', async () => {
    const sample = (kind: string) => SAMPLE_MAILS.find((mail) => mail.kind === kind) as MailContent
    const people = Array.from({ length: 40 }, (_, i) => `news-${i}@example.com`)
    await world.publish('queue')
    for (const to of people) await world.write('queue', to, sample('show.tomorrow'))
    await world.write('queue', 'paid@example.com', sample('order.confirmed'))
    await world.write('queue', 'locked-out@example.com', verify)
    const first = (await claimDueMail(world.database, 'queue', 3)).map(({ recipient }) => recipient)
    expect(first).toEqual(['locked-out@example.com', 'paid@example.com', expect.stringMatching(/^news-/)])
  })

  it('is sent once by three workers at a time', async () => {
    const people = Array.from({ length: 30 }, (_, i) => `crowd-${i}@example.com`)
    for (const to of people) await world.write('aurora', to, verify)
    await using _first = world.startSender()
    await using _second = world.startSender()
    await using _third = world.startSender()
    for (const to of people) await world.mailbox.until(to)
    await vi.waitFor(async () => {
      expect((await world.rows('aurora')).filter(({ sentAt }) => sentAt === null)).toEqual([])
    }, waiting)
    for (const to of people) expect(world.mailbox.list(to)).toHaveLength(1)
  })

  it('puts no header into anything, whatever somebody is called', async () => {
    const name = 'Eve\r\nBcc: victim@example.com\r\n\r\n<script>alert(1)</script>'
    await world.publish('luna', { name })
    const { order, show } = (SAMPLE_MAILS[6] as Extract<MailContent, { kind: 'order.confirmed' }>).data
    const title = 'Night\r\nX-Injected: yes'
    await world.write('luna', 'names@example.com', {
      kind: 'order.confirmed',
      data: { order: { ...order, name: name.slice(0, 120) }, show: { ...show, title }, url: '/orders/1' },
    })
    await using _ = world.startSender()
    const [mail] = await world.mailbox.until('names@example.com')
    expect(mail?.to).toEqual(['names@example.com'])
    expect(Object.keys(mail?.headers ?? {})).not.toEqual(expect.arrayContaining(['bcc']))
    expect(Object.keys(mail?.headers ?? {})).not.toEqual(expect.arrayContaining(['x-injected']))
    expect(mail?.from.name).toBe('Eve Bcc: victim@example.com <script>alert(1)</script>')
    expect(mail?.subject).toBe('Your tickets: Night X-Injected: yes')
    expect(mail?.html).not.toContain('<script>')
    expect(mail?.html).toContain('&lt;script&gt;')
    expect(world.mailbox.list('victim@example.com')).toEqual([])
  })

  it('that cannot be read is tried again later and given up in the end, and the next one does not wait for it', async () => {
    await world.write('aurora', 'poison@example.com', verify, 'poison')
    await world.database.$transaction(async (transaction) => {
      await transaction.$queryRaw`SELECT set_config('marquee.reseller_id', 'aurora', true)`
      await transaction.mail.updateMany({ where: { dedupeKey: 'poison' }, data: { kind: 'no.such', data: { a: 1 } } })
    })
    await world.write('aurora', 'after-poison@example.com', verify)
    await using sender = world.startSender()
    await world.mailbox.until('after-poison@example.com')
    const poison = async () => (await world.rows('aurora')).find(({ dedupeKey }) => dedupeKey === 'poison')
    const failedReason = 'what it says cannot be read'
    await vi.waitFor(
      async () => expect(await poison()).toMatchObject({ sentAt: null, failedReason, data: { a: 1 } }),
      waiting,
    )
    await asReseller(world.database, 'aurora', (transaction) =>
      transaction.mail.updateMany({
        where: { dedupeKey: 'poison' },
        data: { attempts: ATTEMPTS_LIMIT - 1, nextAttemptAt: new Date(0) },
      }),
    )
    sender.ring()
    await vi.waitFor(
      async () => expect(await poison()).toMatchObject({ sentAt: null, nextAttemptAt: null, failedReason, data: {} }),
      waiting,
    )
    expect(world.mailbox.list('poison@example.com')).toEqual([])
  })
})

describe('a mail that its reader may end', () => {
  const show = { ...sampleMailShow, startsAt: new Date(Date.now() + 20 * 3_600_000).toISOString() }
  const reminder: MailContent = {
    kind: 'show.tomorrow',
    data: {
      show,
      url: '/orders/1',
      tickets: 1,
      unsubscribeUrl: '/unsubscribe/key',
      oneClickUrl: '/api/unsubscribe/key',
    },
  }
  const { order } = (SAMPLE_MAILS[6] as Extract<MailContent, { kind: 'order.confirmed' }>).data
  const confirmed: MailContent = { kind: 'order.confirmed', data: { order, show, url: '/orders/1' } }

  it('comes with the headers that mail programs look for, and no other mail does', async () => {
    await using world = await openMailWorld()
    const long = `/api/unsubscribe/reminders.${'d'.repeat(43)}.tipnk0.${'s'.repeat(43)}`
    await world.write('aurora', 'reader@example.com', { ...reminder, data: { ...reminder.data, oneClickUrl: long } })
    await world.write('aurora', 'buyer@example.com', confirmed)
    await using _ = world.startSender()
    const [mail] = await world.mailbox.until('reader@example.com')
    expect(mail?.headers).toMatchObject({
      'list-unsubscribe': `<https://aurora.example${long}>`,
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    })
    expect(mail?.text).toContain('https://aurora.example/unsubscribe/key')
    const [other] = await world.mailbox.until('buyer@example.com')
    expect(Object.keys(other?.headers ?? {}).filter((name) => name.startsWith('list-'))).toEqual([])
  })

  it('is not sent when that happened while it waited; whatever else is for the same address is', async () => {
    await using world = await openMailWorld()
    await asReseller(world.database, 'aurora', (transaction) =>
      transaction.optOut.create({
        data: { resellerId: 'aurora', addressDigest: optOuts.digest('aurora', 'over@example.com'), what: 'reminders' },
      }),
    )
    const place = { resellerId: 'luna', entryId: crypto.randomUUID(), showId: show.id, tierId: '', quantity: 1 }
    await asReseller(world.database, 'luna', (transaction) =>
      transaction.waitlistEntry.create({
        data: { ...place, email: 'waits@example.com', locale: 'en-GB', token: 'a token', confirmedAt: new Date() },
      }),
    )
    const notice = (entryId: string): MailContent => ({
      kind: 'waitlist.available',
      data: { show, url: '/shows/1', unsubscribeUrl: '/waitlist/1', entryId },
    })
    await world.write('aurora', 'over@example.com', reminder)
    await world.write('aurora', 'over@example.com', confirmed)
    await world.write('luna', 'over@example.com', reminder)
    await world.write('luna', 'left@example.com', notice(crypto.randomUUID()))
    await world.write('luna', 'waits@example.com', notice(place.entryId))
    await using sender = world.startSender()
    await vi.waitFor(
      () => expect(sender.results.toSorted()).toEqual(['sent', 'sent', 'sent', 'unwanted', 'unwanted']),
      waiting,
    )
    const sent = world.mailbox.list('over@example.com').map(({ from, subject }) => `${from.name}: ${subject}`)
    expect(sent.toSorted()).toEqual(['aurora: Your tickets: Night Train', 'luna: Coming up: Night Train'])
    expect(world.mailbox.list('left@example.com')).toEqual([])
    expect(world.mailbox.list('waits@example.com')).toHaveLength(1)
    const dropped = (await world.rows('aurora')).find(({ kind }) => kind === 'show.tomorrow')
    expect(dropped).toMatchObject({ sentAt: null, nextAttemptAt: null, data: {} })
  })
})

describe('when the mail server', () => {
  it('is down, mail waits, and goes out once when it is back', async () => {
    await using world = await openMailWorld()
    await world.stopSmtp()
    await world.write('aurora', 'patient@example.com', verify)
    await using sender = world.startSender()
    await vi.waitFor(() => expect(sender.results).toEqual(['retried']), waiting)
    expect((await world.rows('aurora'))[0]).toMatchObject({
      ...{ attempts: 1, sentAt: null, failedReason: expect.stringMatching(/ECONNREFUSED/) },
      nextAttemptAt: expect.any(Date),
      data: verify.data,
    })
    await world.startSmtp()
    await world.hurry('aurora')
    sender.ring()
    await world.mailbox.until('patient@example.com')
    await vi.waitFor(() => expect(sender.results).toEqual(['retried', 'sent']), waiting)
    expect(world.mailbox.list()).toHaveLength(1)
  })

  it('is down for longer than a link is good for, its mail is given up, and nobody gets a link that is over', async () => {
    await using world = await openMailWorld()
    const reset: MailContent = { kind: 'account.reset', data: { url: '/account/reset?token=secret' } }
    const old: [string, MailContent][] = [
      ['late@example.com', reset],
      ['greeted@example.com', { kind: 'account.exists', data: { url: '/account/sign-in' } }],
    ]
    for (const [to, content] of old) await world.write('aurora', to, content)
    await asReseller(world.database, 'aurora', (transaction) =>
      transaction.mail.updateMany({ data: { createdAt: new Date(Date.now() - 61 * 60_000) } }),
    )
    await world.write('aurora', 'in-time@example.com', reset)
    await using sender = world.startSender()
    await vi.waitFor(() => expect(sender.results.toSorted()).toEqual(['given-up', 'sent', 'sent']), waiting)
    expect(
      world.mailbox
        .list()
        .flatMap(({ to }) => to)
        .toSorted(),
    ).toEqual(['greeted@example.com', 'in-time@example.com'])
    const late = (await world.rows('aurora')).find(({ recipient }) => recipient === 'late@example.com')
    expect(late).toMatchObject({ failedReason: 'its link is over', nextAttemptAt: null, sentAt: null, data: {} })
  })

  it('says later, the mail is tried again; when it says never, it is given up with what it said', async () => {
    await using world = await openMailWorld()
    const smtp = world.smtp()
    if (smtp === null) throw new Error('nobody listens')
    smtp.mood = 'later'
    await world.write('aurora', 'nobody@example.com', verify)
    await using sender = world.startSender()
    await vi.waitFor(() => expect(sender.results).toEqual(['retried']), waiting)
    smtp.mood = 'never'
    await world.hurry('aurora')
    sender.ring()
    await vi.waitFor(() => expect(sender.results).toEqual(['retried', 'given-up']), waiting)
    const [row] = await world.rows('aurora')
    expect(row).toMatchObject({
      ...{ attempts: 2, sentAt: null, nextAttemptAt: null },
      failedReason: expect.stringMatching(/nobody of that name here/),
    })
    expect(row?.data).toEqual({})
  })

  it('takes a mail and dies before it says so, the mail comes again under the same Message-ID', async () => {
    await using world = await openMailWorld()
    const smtp = world.smtp()
    if (smtp === null) throw new Error('nobody listens')
    smtp.mood = 'takes and hangs up'
    await world.write('aurora', 'twice@example.com', verify)
    await using sender = world.startSender()
    await world.mailbox.until('twice@example.com')
    await vi.waitFor(() => expect(sender.results).toEqual(['retried']), waiting)
    smtp.mood = 'takes'
    await world.hurry('aurora')
    sender.ring()
    const both = await world.mailbox.until('twice@example.com', 2)
    expect(new Set(both.map(({ messageId }) => messageId)).size).toBe(1)
  })
})

describe('a worker that dies with a mail in hand', () => {
  it('leaves it to another, once its claim has ended and not before', async () => {
    await using world = await openMailWorld()
    await world.write('aurora', 'left@example.com', verify)
    expect(await claimDueMail(world.database, 'aurora', 10)).toHaveLength(1)
    expect(await claimDueMail(world.database, 'aurora', 10)).toEqual([])
    await world.hurry('aurora')
    await using _ = world.startSender()
    await world.mailbox.until('left@example.com')
    await vi.waitFor(async () => expect((await world.rows('aurora'))[0]).toMatchObject({ attempts: 2, sentAt: expect.any(Date) }), waiting) // biome-ignore format: one line
  })
})

describe('a mail that was claimed', () => {
  it('and not begun is due at once, with as many attempts as before', async () => {
    await using world = await openMailWorld()
    await world.write('aurora', 'first@example.com', verify)
    await world.write('aurora', 'second@example.com', verify)
    const [first, second] = await claimDueMail(world.database, 'aurora', 2)
    if (first === undefined || second === undefined) return expect.unreachable()
    await giveBack(world.database, 'aurora', [second])
    expect(await claimDueMail(world.database, 'aurora', 2)).toMatchObject([{ mailId: second.mailId, attempts: 1 }])
  })

  it('and not begun because something failed before is as it was', async () => {
    await using world = await openMailWorld()
    await world.write('aurora', 'unread@example.com', verify)
    const asked: number[] = []
    await using sender = world.startSender({
      brands: {
        async find() {
          asked.push((await world.rows('aurora'))[0]?.attempts ?? Number.NaN)
          throw new Error('no brand can be read')
        },
      },
    })
    await vi.waitFor(() => expect(asked.length).toBeGreaterThan(1), waiting)
    expect(new Set(asked)).toEqual(new Set([0]))
    expect(sender.results).toEqual([])
  })

  it('and whose reader’s wish cannot be read is as it was, and due at once', async () => {
    await using world = await openMailWorld()
    const data = { show: sampleMailShow, url: '/orders/1', tickets: 1, unsubscribeUrl: '/unsubscribe/key' }
    await world.write('aurora', 'wish@example.com', { kind: 'show.tomorrow', data })
    let asked = 0
    {
      await using _ = world.startSender({
        optOuts: Object.assign(() => expect.unreachable(), {
          digest: () => {
            asked += 1
            throw new Error('no wish can be read')
          },
        }),
      })
      await vi.waitFor(() => expect(asked).toBeGreaterThan(1), waiting)
    }
    const [row] = await world.rows('aurora')
    expect(row).toMatchObject({ attempts: 0, failedReason: null })
    expect(row?.nextAttemptAt?.getTime()).toBeLessThanOrEqual(Date.now())
  })

  it('stays with whoever has claimed it since', async () => {
    await using world = await openMailWorld()
    await world.write('aurora', 'slow@example.com', verify)
    const late = await claimDueMail(world.database, 'aurora', 1)
    await world.hurry('aurora') // its claim has ended
    expect(await claimDueMail(world.database, 'aurora', 1)).toHaveLength(1)
    await giveBack(world.database, 'aurora', late)
    expect(await claimDueMail(world.database, 'aurora', 1)).toEqual([])
  })

  it('more often than it may be tried, by workers that all died of it, is given up', async () => {
    await using world = await openMailWorld()
    await world.write('aurora', 'deadly@example.com', verify)
    for (let died = 0; died < ATTEMPTS_LIMIT; died++) {
      expect(await claimDueMail(world.database, 'aurora', 1)).toHaveLength(1)
      await world.hurry('aurora')
    }
    await using sender = world.startSender()
    await vi.waitFor(() => expect(sender.results).toEqual(['given-up']), waiting)
    expect(world.mailbox.list('deadly@example.com')).toEqual([])
  })
})

it('claims one reseller’s mail and nobody else’s', async () => {
  await using world = await openMailWorld()
  await world.write('aurora', 'a@example.com', verify)
  await world.write('luna', 'l@example.com', verify)
  const claimed = await claimDueMail(world.database, 'luna', 10)
  expect(claimed.map(({ recipient }) => recipient)).toEqual(['l@example.com'])
})

it('claims no more at once than it is asked to', async () => {
  await using world = await openMailWorld()
  for (let n = 0; n < 12; n++) await world.write('aurora', `many-${n}@example.com`, verify)
  expect(await claimDueMail(world.database, 'aurora', 5)).toHaveLength(5)
  expect(await claimDueMail(world.database, 'aurora', 50)).toHaveLength(7)
})

it('tells the log and its row why a mail was refused, and not whose it was or what it opens, whatever a server quotes', async () => {
  await using world = await openMailWorld()
  const refuse = (text: string) => Object.assign(new Error(text), { responseCode: 550 })
  const quoting = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true },
    onRcptTo: ({ address }, _session, answer) =>
      answer(address.startsWith('gone') ? refuse(`<${address}>: no such mailbox`) : null),
    onData(stream, _session, answer) {
      stream.resume().on('end', () => answer(refuse('spam: https://aurora.example/verify?token=secret is listed')))
    },
  })
  quoting.listen(0, '127.0.0.1')
  await once(quoting.server, 'listening')
  const { port } = quoting.server.address() as AddressInfo
  const lines: string[] = []
  const log = createLog('test', 'trace', { write: (line) => void lines.push(line) })
  await world.write('aurora', 'gone@example.com', verify)
  await world.write('aurora', 'spam@example.com', verify)
  {
    await using server = smtpServer(`smtp://127.0.0.1:${port}`, 1)
    await using sender = world.startSender({ server, log })
    await vi.waitFor(() => expect(sender.results).toEqual(['given-up', 'given-up']), waiting)
  }
  await new Promise<void>((closed) => quoting.close(closed))
  const rows = await world.rows('aurora')
  const reasons = rows.map(({ failedReason }) => failedReason).join()
  for (const told of [lines.join(''), reasons]) {
    expect(told).toContain('no such mailbox')
    expect(told).toContain('is listed')
    for (const secret of ['gone@', 'spam@', 'secret', 'verify?']) expect(told).not.toContain(secret)
  }
})
