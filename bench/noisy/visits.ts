import { Agent, get } from 'node:http'
import { Shopper } from '../orders/shopper.ts'
import { atPace } from './pace.ts'

/** Where visits go: a shop and a show that is on sale there. */
export interface Shop {
  readonly url: string
  readonly showId: string
}

/** How long each thing took that visitors asked for, and what went wrong. */
export interface Visited {
  readonly tookMs: number[]
  readonly failures: string[]
}

/** Of so many visitors one buys: far more than in any shop, so that what others' purchases cost is among what is measured. */
const ONE_BUYS_OF = 5

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

/** Everybody is a guest of their own, whatever shop and run. */
let guests = 0

/** Visitors who come steadily: each reads the home page, the show and what is left of it, and one in five buys a ticket. */
export async function visit(shop: Shop, perSecond: number, seconds: number): Promise<Visited> {
  const visited: Visited = { tookMs: [], failures: [] }
  const { showId } = shop
  await atPace(perSecond, seconds, async (n) => {
    const guest = guests++
    for (const path of ['/', `/shows/${showId}`, `/api/shows/${showId}/availability`]) {
      await timed(visited, async () => {
        const status = await read(shop.url, path)
        return status === 200 ? null : `${path}: ${status}`
      })
    }
    if (n % ONE_BUYS_OF !== 0) return
    await timed(visited, async () => {
      const outcome = await new Shopper(shop.url, guest % 60_000).buys(showId, 'floor')
      return 'refused' in outcome ? outcome.refused : null
    })
  })
  return visited
}

/** @param act answers what went wrong, or null */
async function timed({ tookMs, failures }: Visited, act: () => Promise<string | null>): Promise<void> {
  const from = performance.now()
  const failure = await act().catch((error: unknown) => String(error))
  if (failure !== null) failures.push(failure)
  tookMs.push(performance.now() - from)
}

/** @returns the answer's status. Node does not resolve names below localhost, so the name goes into the Host header. */
function read(site: string, path: string): Promise<number> {
  const { host, port } = new URL(site)
  return new Promise((done, fail) => {
    const options = { host: '127.0.0.1', port, path, headers: { host, 'accept-encoding': 'gzip' }, agent }
    const asked = get(options, (response) => {
      response.resume().once('end', () => done(response.statusCode ?? 0))
      response.once('error', fail)
    })
    asked.once('error', fail)
  })
}
