import { get } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { resellerUrls } from './addresses.ts'

const RETRY_MS = 100
/** The configuration of a first start travels from the seed over Kafka and the worker to the database. */
const LIMIT_MS = 60_000

/** Waits until every demo reseller's home page is served, which is what the person at the screen waits for. */
export async function untilSitesAnswer(storefrontPort: number, cancelled: AbortSignal): Promise<void> {
  const hosts = Object.values(resellerUrls(storefrontPort)).map((url) => new URL(url).host)
  await Promise.all(hosts.map((host) => untilServed(storefrontPort, host, cancelled)))
}

async function untilServed(port: number, host: string, cancelled: AbortSignal): Promise<void> {
  const giveUp = Date.now() + LIMIT_MS
  for (;;) {
    cancelled.throwIfAborted()
    const status = await statusOf(port, host)
    if (status === 200) return
    if (Date.now() > giveUp)
      throw new Error(`http://${host} answers ${status || 'nothing'} after ${LIMIT_MS / 1_000} s`)
    await delay(RETRY_MS)
  }
}

/** To 127.0.0.1 with the site's name as Host: browsers resolve names below localhost by themselves, Node does not. */
function statusOf(port: number, host: string): Promise<number> {
  return new Promise((done) => {
    const request = get(
      { host: '127.0.0.1', port, path: '/', headers: { host }, agent: false, timeout: LIMIT_MS },
      (response) => {
        response.resume().once('close', () => done(response.statusCode ?? 0))
      },
    )
    request.once('error', () => done(0)).once('timeout', () => request.destroy())
  })
}
