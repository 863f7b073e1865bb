import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** Connections to the shop: as an edge keeps them. */
const agent = new Agent({ keepAlive: true, maxSockets: 128 })

/** A page that could not reach core says so and offers to try again: people do, after a moment, a few times. */
const TRIES = 5
const MOMENT_MS = 1_000

export type Purchase = { readonly bought: string } | { readonly refused: string }

/** A guest with a cookie jar of their own, at an address of their own: as many come from as many places. */
export class Shopper {
  readonly #shop: URL
  readonly #address: string
  #cookie = ''
  /** How often the shop could not reach core, and was asked once more with the same key. */
  triedAgain = 0

  /** @param number names the address, 127.0.x.y */
  constructor(shop: string, number: number) {
    this.#shop = new URL(shop)
    this.#address = `127.0.${1 + (number >> 8)}.${1 + (number & 127)}`
  }

  /** The guest's cookie, as a browser would send it. */
  get cookie(): string {
    return this.#cookie
  }

  /** Reserves one ticket of a tier. @returns the hold's id */
  async reserves(showId: string, tierId: string): Promise<string> {
    const hold = await this.#post('/api/holds', { showId, items: [{ tierId, quantity: 1 }] })
    if (!isDone(hold)) throw new Error(`nothing was reserved: ${reason(hold)}`)
    return (hold.body as { id: string }).id
  }

  /** One ticket of a tier, from the hold to the order; refused is what core said instead. */
  async buys(showId: string, tierId: string): Promise<Purchase> {
    const hold = await this.#post('/api/holds', { showId, items: [{ tierId, quantity: 1 }] })
    if (!isDone(hold)) return { refused: reason(hold) }
    const buyer = { name: 'Bench Buyer', email: 'buyer@example.com' }
    const order = await this.#post('/api/orders', { holdId: (hold.body as { id: string }).id, buyer })
    return isDone(order) ? { bought: (order.body as { id: string }).id } : { refused: reason(order) }
  }

  async #post(path: string, body: unknown): Promise<Answer> {
    const key = randomUUID()
    for (let left = TRIES; ; left -= 1) {
      const answer = await this.#send(path, body, key)
      if (answer.status !== 503 || left === 1) return answer
      this.triedAgain += 1
      await pause(MOMENT_MS)
    }
  }

  #send(path: string, body: unknown, key: string): Promise<Answer> {
    const { host, port } = this.#shop
    const text = JSON.stringify(body)
    const headers = {
      host,
      origin: this.#shop.origin,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      'idempotency-key': key,
      ...(this.#cookie && { cookie: this.#cookie }),
    }
    return new Promise((done, fail) => {
      const options = { host: '127.0.0.1', port, path, method: 'POST', headers, agent, localAddress: this.#address }
      const asked = request(options, (response) => {
        const [cookie] = response.headers['set-cookie'] ?? []
        if (cookie) this.#cookie = cookie.split(';')[0] ?? ''
        const parts: Buffer[] = []
        response.on('data', (part) => parts.push(part))
        response.once('end', () => {
          const read = Buffer.concat(parts).toString('utf8')
          const isJson = /json/.test(response.headers['content-type'] ?? '')
          done({ status: response.statusCode ?? 0, body: isJson ? JSON.parse(read) : null })
        })
      })
      asked.once('error', fail)
      asked.end(text)
    })
  }
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

const isDone = ({ status }: Answer): boolean => status === 200 || status === 201

const reason = ({ status, body }: Answer): string =>
  `${status} ${(body as { type?: string } | null)?.type ?? ''}`.trim()
