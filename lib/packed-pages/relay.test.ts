import { once } from 'node:events'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { type OwnAnswer, type Relayed, relay } from './relay.ts'

const NONCE = '0123456789abcdef0123456789abcdef'
const SCRIPT = `<script nonce="${NONCE}"></script>`

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `script-src 'nonce-${NONCE}'`,
  'x-edge-nonce': NONCE,
  'cache-control': 'private, no-cache',
  vary: 'rsc',
  connection: 'keep-alive',
  'transfer-encoding': 'chunked',
  'x-middleware-rewrite': '/sites/aurora.localhost',
}

/** @param body pieces, or what is waited for between them */
function answer(body: Iterable<string | Promise<unknown>>, more: { statusCode?: number; headers?: object } = {}) {
  async function* pieces() {
    for (const piece of body)
      if (typeof piece === 'string') yield Buffer.from(piece)
      else await piece
  }
  return Object.assign(Readable.from(pieces()), { statusCode: 200, headers, ...more }) as Readable & OwnAnswer
}

const headersOf = ({ headers: list }: Relayed) => new Headers(list.map(([name, value]) => [name, value]))
const textOf = ({ body }: Relayed) => (body === null ? '' : Buffer.isBuffer(body) ? body.toString() : text(body))

describe('a page of everybody’s', () => {
  it('is packed once it is whole, and says so', async () => {
    const relayed = await relay(answer(['<p>', SCRIPT, '日本</p>']))
    if (!Buffer.isBuffer(relayed.body)) throw new Error('it is not streamed')
    expect(gunzipSync(relayed.body).toString()).toMatch(new RegExp(`^<p>${SCRIPT}日本</p><!--`))
    const said = headersOf(relayed)
    expect(Object.fromEntries(said)).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `script-src 'nonce-${NONCE}'`,
      'x-edge-nonce': NONCE,
      'x-edge-packed': 'gzip',
      'cache-control': 'private, no-store, no-transform',
      vary: 'rsc, accept-encoding',
    })
  })

  it('that is slow goes on as it comes, whole, as it is, and is not to be compressed', async () => {
    const later = Promise.withResolvers<void>()
    const relayed = await relay(answer(['<p>', later.promise, SCRIPT, '</p>']), 5)
    const said = headersOf(relayed)
    expect([said.get('x-edge-packed'), said.get('x-edge-nonce'), relayed.outcome]).toEqual([null, NONCE, 'slow'])
    expect(said.get('cache-control')).toContain('no-transform')
    const read = textOf(relayed)
    later.resolve()
    expect(await read).toBe(`<p>${SCRIPT}</p>`)
  })

  it('that is longer than any of ours goes on as it comes', async () => {
    const piece = 'x'.repeat(1_000_001)
    const relayed = await relay(answer([piece, piece, piece, piece, SCRIPT]), 60_000)
    expect(headersOf(relayed).get('x-edge-packed')).toBeNull()
    expect((await textOf(relayed)).length).toBe(4 * piece.length + SCRIPT.length)
  })

  it('that cannot be packed goes on as it is', async () => {
    const relayed = await relay(answer([`<p>\x02${SCRIPT}`]))
    expect([headersOf(relayed).get('x-edge-packed'), relayed.outcome]).toEqual([null, 'unpackable'])
    expect(await textOf(relayed)).toBe(`<p>\x02${SCRIPT}`)
  })

  it('that ends early is none', async () => {
    const reset = new Error('reset')
    await expect(relay(answer([SCRIPT, Promise.reject(reset)]))).rejects.toBe(reset)
    const later = Promise.withResolvers<void>()
    const streamed = await relay(answer([SCRIPT, later.promise]), 5)
    later.reject(reset)
    await expect(textOf(streamed)).rejects.toThrow('reset')
  })

  it('that breaks before what there is of it was read is told to who reads, and to nobody else', async () => {
    const piece = 'x'.repeat(1_000_001)
    const unheard = vi.fn()
    process.on('unhandledRejection', unheard)
    const streamed = await relay(answer([piece, piece, piece, piece, Promise.reject(new Error('reset'))]), 60_000)
    await new Promise((later) => setTimeout(later, 20))
    await expect(textOf(streamed)).rejects.toThrow('reset')
    process.off('unhandledRejection', unheard)
    expect(unheard).not.toHaveBeenCalled()
  })

  it('that nobody waits for any more is let go', async () => {
    const endless = answer([SCRIPT, new Promise(() => {})])
    const { body } = await relay(endless, 5)
    if (!(body instanceof Readable)) throw new Error('it is streamed')
    body.resume()
    await once(body, 'data')
    await new Promise((later) => setTimeout(later, 5)) // it waits for what does not come
    body.destroy()
    await vi.waitFor(() => expect(endless.destroyed).toBe(true))
  })

  it('depends on what its visitor takes, and says so', async () => {
    const varies = async (vary?: string) => {
      const { vary: _, ...others } = headers
      return headersOf(await relay(answer([SCRIPT], { headers: { ...others, ...(vary && { vary }) } }))).get('vary')
    }
    expect(await varies()).toBe('accept-encoding')
    expect(await varies('rsc, Accept-Encoding')).toBe('rsc, Accept-Encoding')
  })
})

it('a way elsewhere goes on without a body, which nobody would read', async () => {
  const elsewhere = answer(['<p>'], { statusCode: 307, headers: { ...headers, location: '/elsewhere' } })
  const relayed = await relay(elsewhere)
  expect([relayed.status, relayed.body, headersOf(relayed).get('location')]).toEqual([307, null, '/elsewhere'])
  expect(elsewhere.destroyed).toBe(true)
})

it.each<[string, Partial<OwnAnswer>]>([
  ['what is not there', { statusCode: 404 }],
  ['an error', { statusCode: 503 }],
  ['what sets cookies', { headers: { ...headers, 'set-cookie': ['a=1', 'b=2'] } }],
  ['what may not be shared', { headers: { ...headers, 'x-edge-nonce': 'p' } }],
])('%s goes on as it comes', async (_, more) => {
  const relayed = await relay(answer(['<p>', SCRIPT], more))
  const said = headersOf(relayed)
  expect([relayed.status, await textOf(relayed)]).toEqual([more.statusCode ?? 200, `<p>${SCRIPT}`])
  expect(said.get('cache-control')).toBe('private, no-cache')
  expect(relayed.outcome).toBe('as-it-came')
  expect(said.getSetCookie()).toEqual(more.headers?.['set-cookie'] ?? [])
  for (const name of ['connection', 'transfer-encoding', 'x-middleware-rewrite']) expect(said.has(name)).toBe(false)
})
