import { describe, expect, test } from 'vitest'
import { DATA_BYTES, Delivery, FORMER_DATA_LIMIT, PublishedMessage, ReceivedMessage } from './delivery.ts'

const at = '2027-05-01T19:00:00.000Z'
const notice = (padding: string) => ({
  ...{ id: 'message-1', type: 'notice', at, target: 'broadcast' },
  data: { noticeId: 'n1', text: 'Back at nine', padding },
})
const delivery = (data: string) => ({
  ...{ id: '0mubbs7i8abcd-1790000000001-0', stream: 'public.show.42', event: 'ticket.sold', nodes: '*', data },
})
const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value))
const told = ({ data, target }: ReturnType<typeof notice>) => ({ ...data, at, stream: target })

/** So many bytes of text, each character of which takes so many. */
const text = (bytes: number, character: string) => {
  const width = Buffer.byteLength(character)
  return character.repeat(Math.floor(bytes / width)) + 'x'.repeat(bytes % width)
}

/** So many characters, as JavaScript counts them. */
const characters = (count: number, character: string) =>
  character.repeat(Math.floor(count / character.length)) + 'x'.repeat(count % character.length)

describe.each(['x', 'é', '券', '🎟'])('a message in characters like %s', (character) => {
  const padding = text(DATA_BYTES - bytesOf(told(notice(''))), character)

  test('may be published with as many bytes as it may have; with one more it is refused, and the field named', () => {
    expect(bytesOf(told(notice(padding)))).toBe(DATA_BYTES)
    expect(PublishedMessage.safeParse(notice(padding)).error).toBeUndefined()
    expect(PublishedMessage.safeParse(notice(`${padding}x`)).error?.issues).toMatchObject([
      { path: ['data'], message: `is more than ${DATA_BYTES} bytes` },
    ])
  })

  test('is read with as many characters as it might have before, and not with one more', () => {
    const data = characters(FORMER_DATA_LIMIT, character)
    expect(Delivery.safeParse(delivery(data)).success).toBe(true)
    expect(Delivery.safeParse(delivery(`${data}x`)).success).toBe(false)
    const former = characters(FORMER_DATA_LIMIT - JSON.stringify(told(notice(''))).length, character)
    expect(ReceivedMessage.safeParse(notice(former)).error).toBeUndefined()
    expect(ReceivedMessage.safeParse(notice(`${former}x`)).error?.issues).toMatchObject([
      { path: ['data'], message: `is more than ${FORMER_DATA_LIMIT} characters` },
    ])
  })

  test('is never one that readers refuse', () => {
    expect(Delivery.safeParse(delivery(text(DATA_BYTES, character))).success).toBe(true)
    expect(ReceivedMessage.safeParse(notice(padding)).error).toBeUndefined()
  })
})

describe('what we publish ourselves is well below that', () => {
  /** Six bytes of JSON for one character: nothing takes more. */
  const longest = '\u0001'.repeat(400)

  test('an announcement as long as it may be, in four languages', () => {
    const translations = { 'es-ES': longest, 'ja-JP': longest, 'de-DE': longest }
    const data = { announcementId: 'a'.repeat(64), text: longest, language: 'en-GB', translations, href: longest }
    const message = { id: 'message-1', type: 'promotional', at, target: 'public.promotional.aurora', data }
    expect(PublishedMessage.safeParse(message).error).toBeUndefined()
    expect(bytesOf(data)).toBeLessThan(DATA_BYTES / 10)
  })

  test('a notification with the longest title', () => {
    const data = { notificationId: 'n'.repeat(64), kind: 'k'.repeat(40), title: '\u0001'.repeat(200), unread: 1e9 }
    expect(bytesOf(data)).toBeLessThan(DATA_BYTES / 100)
  })

  test('an order of as many tickets as a hold may have', () => {
    const saleIds = Array.from({ length: 20 * 100 }, (_, i) => `${i}`.padStart(64, 's'))
    expect(bytesOf({ at, orderId: 'o'.repeat(64), status: 'confirmed', saleIds })).toBeLessThan(0.8 * DATA_BYTES)
  })
})
