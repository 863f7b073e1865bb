import { connect, type Socket } from 'node:net'
import { reconnectDelayMs } from '#components/realtime/backoff.ts'
import { TIMINGS } from '#components/realtime/timings.ts'
import type { Happenings, HerdViewer } from './herd-viewer.ts'

const BOUNDS = { baseMs: TIMINGS.backoffBaseMs, capMs: TIMINGS.backoffCapMs }

/** Ids of messages as small numbers: everybody is sent the same ones, and thousands of viewers shall not each keep them. */
const numbers = new Map<string, number>()

/**
 * A viewer of ours, over server-sent events, as small as thousands in one process must be. It does as the client in
 * components/realtime: drops ids that it has seen, since a replay begins before the cursor; obeys `retry:` after an
 * ordinary end and `Retry-After`; and backs off after failures.
 */
export class MarqueeViewer implements HerdViewer {
  resets = 0
  readonly #port: number
  readonly #localAddress: string
  readonly #path: string
  readonly #happenings: Happenings
  #socket: Socket | null = null
  #lastId = ''
  readonly #seen = new Set<number>()
  #rest = ''
  #ready = false
  #failures = 0
  #away = false
  #retryMs: number | undefined
  #retryAfterMs: number | undefined
  /** Whoever waits for `ready`, over as many tries as it takes. */
  #waiting: (() => void)[] = []

  constructor(url: string, localAddress: string, show: string, happenings: Happenings) {
    this.#port = Number(new URL(url).port)
    this.#localAddress = localAddress
    this.#path = `/realtime/sse?streams=public.show.${show}`
    this.#happenings = happenings
  }

  connect(): Promise<void> {
    this.#dial()
    return new Promise((ready) => this.#waiting.push(ready))
  }

  cut(): void {
    const socket = this.#socket
    this.#socket = null
    socket?.resetAndDestroy()
  }

  #dial(): void {
    this.#rest = ''
    this.#ready = false
    this.#retryAfterMs = undefined
    const socket = connect({ port: this.#port, host: '127.0.0.1', localAddress: this.#localAddress })
    this.#socket = socket
    const resume = this.#lastId === '' ? '' : `&lastEventId=${this.#lastId}`
    socket.setEncoding('latin1').on('data', (text: string) => this.#socket === socket && this.#read(text))
    socket.on('error', () => {}).on('close', () => this.#socket === socket && this.#ended())
    socket.write(`GET ${this.#path}${resume} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`)
  }

  /** Not cut by us: a node or balancer let it go, or could not take it. It is asked again, so nobody is lost for good. */
  #ended(): void {
    const socket = this.#socket
    this.#failures = this.#ready ? 0 : this.#failures + 1
    if (this.#ready) {
      this.#away = true
      this.#happenings.gone()
    }
    this.#ready = false
    const aftermath = { failures: this.#failures, retryMs: this.#retryMs, retryAfterMs: this.#retryAfterMs }
    setTimeout(() => this.#socket === socket && this.#dial(), reconnectDelayMs(aftermath, BOUNDS, Math.random))
  }

  #read(text: string): void {
    const blocks = (this.#rest + text).split('\n\n')
    this.#rest = blocks.pop() ?? ''
    const retryAfter = this.#ready ? null : /^Retry-After: (\d+)/im.exec(text)
    if (retryAfter) this.#retryAfterMs = Number(retryAfter[1]) * 1_000
    for (const block of blocks) {
      if (block.includes('event: reset')) this.#refetch()
      const retry = /^retry: (\d+)/m.exec(block)
      if (retry) this.#retryMs = Number(retry[1])
      this.#message(block, /^id: (\S+)/m.exec(block)?.[1])
      if (block.includes('event: ready')) this.#becomeReady()
    }
  }

  #refetch(): void {
    this.resets += 1
    this.#happenings.reset()
  }

  #becomeReady(): void {
    this.#ready = true
    if (this.#away) this.#happenings.back()
    this.#away = false
    for (const ready of this.#waiting.splice(0)) ready()
  }

  #message(block: string, text: string | undefined): void {
    if (text === undefined) return
    const number = numbers.get(text) ?? numbers.size
    if (number === numbers.size) numbers.set(Buffer.from(text).toString(), number)
    this.#lastId = text
    if (this.#seen.has(number) || !block.includes('event: ticket.sold')) return
    this.#seen.add(number)
    const steps = /"from":(\d+),"version":(\d+)/.exec(block)
    for (let n = Number(steps?.[1]) + 1; n <= Number(steps?.[2]); n += 1) this.#happenings.hear(n)
  }
}
