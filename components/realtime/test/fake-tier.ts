import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { TIMINGS, type Timings } from '../timings.ts'

/** Short waits for tests against a server on this machine; silence and headers keep a margin for a busy one. */
export const TEST_TIMINGS: Timings = {
  ...TIMINGS,
  headersMs: 5_000,
  silenceMs: 10_000,
  backoffBaseMs: 10,
  backoffCapMs: 50,
  stableMs: 200,
  subscribeDelayMs: 5,
  lingerMs: 100,
  pingMs: 100,
  anxiousPingMs: 20,
  leaderAnswerMs: 200,
  pollAfterMs: 1_000,
}

export interface Asked {
  readonly streams: readonly string[]
  readonly visible: readonly string[]
  readonly lastEventId: string | null
  readonly cookie: string | undefined
}

interface Open {
  readonly id: string
  readonly streams: Set<string>
  visible: readonly string[]
  readonly response: ServerResponse
}

interface Told {
  readonly id: string
  readonly stream: string
  readonly text: string
}

interface Change {
  readonly subscribe: string[]
  readonly unsubscribe: string[]
  readonly visible?: string[]
}

type Behaviour = (response: ServerResponse, asked: Asked) => void

/**
 * The realtime tier and the session route as a browser meets them, in one real HTTP server, with a history in memory.
 * Tests make it misbehave; by default it does what contracts/ promise.
 */
export class FakeTier implements AsyncDisposable {
  readonly connects: Asked[] = []
  readonly changes: (Change & { cookie: string | undefined })[] = []
  sessions = 0
  /** What the session route answers: a lifetime, or a status. */
  session: { lifeMs: number } | { status: number } = { lifeMs: 600_000 }
  /** Whether private streams need a cookie, as they should. */
  strict = true
  /** Status for changes of streams; 0 does them. */
  refuseChanges = 0
  versions: Record<string, number> = {}
  readonly #server: Server
  readonly #open = new Set<Open>()
  readonly #history: Told[] = []
  readonly #behaviours: Behaviour[] = []
  #always: Behaviour | undefined
  #sequence = 0

  private constructor() {
    this.#server = createServer((request, response) => void this.#route(request, response))
  }

  static async start(): Promise<FakeTier> {
    const tier = new FakeTier()
    await new Promise<void>((resolve) => tier.#server.listen(0, '127.0.0.1', resolve))
    return tier
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  get endpoint(): string {
    return `${this.origin}/realtime`
  }

  get sessionUrl(): string {
    return `${this.origin}/api/realtime/session`
  }

  /** The streams of each open connection. */
  get open(): string[][] {
    return [...this.#open].map(({ streams }) => [...streams])
  }

  /** What somebody sees, by connection. */
  get visible(): string[][] {
    return [...this.#open].map(({ streams, visible }) => visible.filter((stream) => streams.has(stream)))
  }

  /** The next connections are treated so, one each. */
  next(...behaviours: Behaviour[]): void {
    this.#behaviours.push(...behaviours)
  }

  /** Every connection from now on is treated so; undefined goes back to what is promised. */
  always(behaviour: Behaviour | undefined): void {
    this.#always = behaviour
  }

  /** Says a step of a show: into history, and to all who follow it unless they are to miss it. Returns its id. */
  tell(showId: string, version: number, { lost = false } = {}): string {
    const stream = `public.show.${showId}`
    const data = { stream, at: new Date().toISOString(), showId, from: version - 1, version, changed: ['x'] }
    return this.say(stream, 'show.updated', data, { lost })
  }

  say(stream: string, event: string, data: object, { lost = false } = {}): string {
    const id = `epoch00000-${1_000 + this.#sequence++}-0`
    const text = `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`
    this.#history.push({ id, stream, text })
    for (const one of this.#open) if (!lost && one.streams.has(stream)) one.response.write(text)
    return id
  }

  /** Writes to every open connection, whatever it follows. */
  write(text: string | Uint8Array): void {
    for (const { response } of this.#open) response.write(text)
  }

  /** Ends every connection, politely or by a reset of the line. */
  drop(how: 'end' | 'reset' = 'end'): void {
    for (const { response } of this.#open) {
      if (how === 'end') response.end()
      else response.socket?.resetAndDestroy()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** What the contract promises: what was missed, then `ready`. */
  serve(response: ServerResponse, asked: Asked, { ready = true } = {}): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.flushHeaders()
    const { streams, visible } = asked
    const one: Open = { id: `c${this.connects.length}`, streams: new Set(streams), visible, response }
    this.#open.add(one)
    response.on('close', () => this.#open.delete(one))
    const { lastEventId } = asked
    const missed = this.#history.filter(({ id, stream }) => lastEventId && id >= lastEventId && one.streams.has(stream))
    for (const { text } of missed) response.write(text)
    if (ready) response.write(this.#ready(one))
  }

  #ready({ id, streams }: Open): string {
    const data = { at: new Date().toISOString(), connection: id, node: 'n1', streams: this.#standing(streams) }
    const cursor = `epoch00000-${1_000 + this.#sequence}-0`
    return `retry: 5\n\nid: ${cursor}\nevent: ready\ndata: ${JSON.stringify(data)}\n\n`
  }

  #standing(streams: Iterable<string>) {
    const versionOf = (stream: string) => (stream in this.versions ? { version: this.versions[stream] } : {})
    return Object.fromEntries([...streams].map((stream) => [stream, versionOf(stream)]))
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.origin)
    const { cookie } = request.headers
    if (url.pathname === '/api/realtime/session') this.#answerSession(response)
    else if (url.pathname === '/realtime/sse') this.#answerStream(url, cookie, response)
    else this.#answerChange(url, cookie, await textOf(request), response)
  }

  #answerSession(response: ServerResponse): void {
    this.sessions += 1
    if ('status' in this.session) {
      response.writeHead(this.session.status).end()
      return
    }
    const nowMs = Date.now()
    const times = { serverNow: new Date(nowMs), expiresAt: new Date(nowMs + this.session.lifeMs) }
    response.writeHead(200, { 'set-cookie': `rt=${this.sessions}` }).end(JSON.stringify(times))
  }

  #answerStream(url: URL, cookie: string | undefined, response: ServerResponse): void {
    const [streams = [], visible = []] = ['streams', 'visible'].map((name) => url.searchParams.get(name)?.split(','))
    const asked: Asked = { streams, visible, lastEventId: url.searchParams.get('lastEventId'), cookie }
    this.connects.push(asked)
    const behaviour = this.#behaviours.shift() ?? this.#always
    if (behaviour) behaviour(response, asked)
    else if (this.#mayNot(streams, cookie)) response.writeHead(401).end()
    else this.serve(response, asked)
  }

  #answerChange(url: URL, cookie: string | undefined, body: string, response: ServerResponse): void {
    const change = JSON.parse(body) as Change
    this.changes.push({ ...change, cookie })
    const one = [...this.#open].find(({ id }) => url.pathname === `/realtime/${id}/streams`)
    if (!one) response.writeHead(404).end()
    else if (this.#mayNot(change.subscribe, cookie)) response.writeHead(401).end()
    else if (this.refuseChanges) response.writeHead(this.refuseChanges).end()
    else {
      for (const stream of change.subscribe) one.streams.add(stream)
      for (const stream of change.unsubscribe) one.streams.delete(stream)
      one.visible = change.visible ?? one.visible
      response.end(JSON.stringify({ connection: one.id, streams: this.#standing(one.streams) }))
    }
  }

  #mayNot(streams: readonly string[], cookie: string | undefined): boolean {
    return this.strict && !cookie?.startsWith('rt=') && streams.some((stream) => !stream.startsWith('public.'))
  }
}

/** A browser's fetch as far as cookies of one origin go; node's keeps none. */
export function fetchWithCookies(): typeof fetch {
  let cookie: string | undefined
  return async (input, init) => {
    const headers = new Headers(init?.headers)
    if (cookie) headers.set('cookie', cookie)
    const response = await fetch(input, { ...init, headers })
    cookie = response.headers.getSetCookie()[0] ?? cookie
    return response
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
