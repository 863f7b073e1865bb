import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { isShareable, keptUntil } from '#lib/http/page-caching.ts'
import { packPage } from '#lib/packed-pages/pack-page.ts'

/** What a test wants to be answered differently for one request. */
export interface Oddity {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly withoutNonce?: boolean
  /** Although a packed page was asked for: as it is, or compressed as Next compresses. */
  readonly unpacked?: 'as-it-is' | 'by-next'
}

/** A shop as `proxy.ts` makes it seem: which pages may be kept, how long, and with which nonce. Each render is numbered. */
export class Origin implements AsyncDisposable {
  readonly seen: IncomingMessage[] = []
  /** What every page says; a publish changes it. */
  text = 'as it was'
  odd: (request: IncomingMessage) => Oddity = () => ({})
  /** Answers wait for it. */
  gate: Promise<void> = Promise.resolve()
  readonly #server = createServer((request, response) => void this.#answer(request, response))

  static async start(): Promise<Origin> {
    const origin = new Origin()
    origin.#server.listen(0, '127.0.0.1')
    await once(origin.#server, 'listening')
    return origin
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** As a crash: nobody listens there any more. */
  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    if (this.#server.listening) await new Promise((closed) => this.#server.close(closed))
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.seen.push(request)
    const render = this.seen.length
    await this.gate
    const { status = 200, headers = {}, withoutNonce = false, unpacked } = this.odd(request)
    const path = new URL(request.url ?? '/', 'http://shop').pathname
    const nonce = randomBytes(16).toString('hex')
    const names = (request.headers.cookie ?? '').split(';').filter(Boolean)
    const kept = isShareable(request.method ?? '', path, names)
    const clock = request.headers['x-edge-clock']
    const isAskedToPack = kept && status === 200 && request.headers['x-edge-pack'] === '1'
    const said = {
      'content-type': request.headers.rsc ? 'text/x-component' : 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'`,
      'cache-control': 'private, no-cache, no-store, max-age=0, must-revalidate',
      vary: 'rsc, next-router-state-tree',
      etag: '"an-etag"',
      ...(kept && { 'x-accel-expires': keptUntil(typeof clock === 'string' ? clock : null) }),
      ...(kept && !withoutNonce && { 'x-edge-nonce': nonce }),
      ...headers,
    }
    const who = `host=${request.headers.host} path=${request.url} cookie=${request.headers.cookie ?? ''}`
    const text = `<p>render=${render} ${who} ${this.text}</p><script nonce="${nonce}"></script><style nonce="${nonce}">`
    const packed = isAskedToPack && !unpacked ? await packPage(Buffer.from(text), nonce) : null
    const compressed = unpacked === 'by-next' ? gzipSync(text) : null
    response.writeHead(status, {
      ...said,
      ...(packed && { 'x-edge-packed': 'gzip', 'cache-control': 'private, no-store, no-transform' }),
      ...(compressed && { 'content-encoding': 'gzip' }),
    })
    response.end(packed ?? compressed ?? text)
  }
}
