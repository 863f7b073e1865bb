import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import type { OpenSocket } from '../socket-stream.ts'
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
  write(text: string | Uint8Array): void
  end(code?: number): void
  reset(): void
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
  readonly changes: (Change & { cookie: string | undefined; atMs: number })[] = []
  sessions = 0
  /** What the session route answers: a lifetime, or a status. */
  session: { lifeMs: number } | { status: number } = { lifeMs: 600_000 }
  /** Whether private streams need a cookie, as they should. */
  strict = true
  /** Status for changes of streams; 0 does them. */
  refuseChanges = 0
  /** Status for changes that name such a stream, all or nothing. */
  readonly refusedStreams: Record<string, number> = {}
  versions: Record<string, number> = {}
  /** How many of `connects` asked for a WebSocket, and whether none gets one. */
  upgrades = 0
  refuseUpgrades = false
  /** Messages from WebSockets, and whether they are left without an answer. */
  pings = 0
  mute = false
  readonly #server: Server
  readonly #open = new Set<Open>()
  readonly #history: Told[] = []
  readonly #behaviours: Behaviour[] = []
  readonly #changeBehaviours: ((response: ServerResponse) => void)[] = []
  readonly #sockets = new WebSocketServer({ noServer: true, clientTracking: false })
  #always: Behaviour | undefined
  #sequence = 0

  private constructor() {
    this.#server = createServer((request, response) => void this.#route(request, response))
    this.#server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket as Socket, head))
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

  /** The next changes of streams are answered so, one each. */
  nextChange(...behaviours: ((response: ServerResponse) => void)[]): void {
    this.#changeBehaviours.push(...behaviours)
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
    for (const one of this.#open) if (!lost && one.streams.has(stream)) one.write(text)
    return id
  }

  /** Writes to every open connection, whatever it follows. */
  write(text: string | Uint8Array): void {
    for (const one of this.#open) one.write(text)
  }

  /** Ends every connection, politely (a WebSocket with this code) or by a reset of the line. */
  drop(how: 'end' | 'reset' = 'end', code?: number): void {
    for (const one of this.#open) {
      if (how === 'end') one.end(code)
      else one.reset()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.drop('reset')
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** What the contract promises: what was missed, then `ready`. */
  serve(response: ServerResponse, asked: Asked, { ready = true } = {}): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.flushHeaders()
    const write = (text: string | Uint8Array) => void response.write(text)
    const reset = () => void response.socket?.resetAndDestroy()
    this.#begin({ write, reset, end: () => void response.end() }, asked, ready, (gone) => response.on('close', gone))
  }

  #begin(
    how: Pick<Open, 'write' | 'end' | 'reset'>,
    { streams, visible, lastEventId }: Asked,
    ready: boolean,
    onClose: (gone: () => void) => void,
  ): void {
    const one: Open = { ...how, id: `c${this.connects.length}`, streams: new Set(streams), visible }
    this.#open.add(one)
    onClose(() => this.#open.delete(one))
    const missed = this.#history.filter(({ id, stream }) => lastEventId && id >= lastEventId && one.streams.has(stream))
    for (const { text } of missed) one.write(text)
    if (ready) one.write(this.#ready(one))
  }

  /** The same over a WebSocket. */
  #serveSocket(socket: WebSocket, asked: Asked): void {
    const write = (text: string | Uint8Array) => {
      for (const message of messagesOf(String(text))) socket.send(message)
    }
    socket.on('message', (said) => {
      this.pings += 1
      if (!this.mute && String(said) === '{"event":"ping"}') socket.send('{"event":"pong"}')
    })
    const reset = () => socket.terminate()
    this.#begin({ write, reset, end: (code = 1001) => socket.close(code) }, asked, true, (gone) =>
      socket.on('close', gone),
    )
  }

  #upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void {
    const url = new URL(request.url ?? '/', this.origin)
    const asked = askedOf(url, request.headers.cookie)
    this.connects.push(asked)
    this.upgrades += 1
    if (this.refuseUpgrades) socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n')
    else if (this.#mayNot(asked.streams, asked.cookie))
      socket.end('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n')
    else this.#sockets.handleUpgrade(request, socket, head, (ws) => this.#serveSocket(ws, asked))
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
    const asked = askedOf(url, cookie)
    const { streams } = asked
    this.connects.push(asked)
    const behaviour = this.#behaviours.shift() ?? this.#always
    if (behaviour) behaviour(response, asked)
    else if (this.#mayNot(streams, cookie)) response.writeHead(401).end()
    else this.serve(response, asked)
  }

  #answerChange(url: URL, cookie: string | undefined, body: string, response: ServerResponse): void {
    const change = JSON.parse(body) as Change
    this.changes.push({ ...change, cookie, atMs: performance.now() })
    const behaviour = this.#changeBehaviours.shift()
    const refused = [...change.subscribe, ...change.unsubscribe].find((stream) => stream in this.refusedStreams)
    const one = [...this.#open].find(({ id }) => url.pathname === `/realtime/${id}/streams`)
    if (behaviour) behaviour(response)
    else if (!one) response.writeHead(404).end()
    else if (refused) response.writeHead(this.refusedStreams[refused] as number).end()
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

function askedOf({ searchParams }: URL, cookie: string | undefined): Asked {
  const [streams = [], visible = []] = ['streams', 'visible'].map((name) => searchParams.get(name)?.split(','))
  return { streams, visible, lastEventId: searchParams.get('lastEventId'), cookie }
}

/** The events of a stream's text as messages of a WebSocket. */
function messagesOf(text: string): string[] {
  const field = (event: string, name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(event)?.[1]
  return text.split('\n\n').flatMap((event) => {
    const [id, name, data, retry] = ['id', 'event', 'data', 'retry'].map((one) => field(event, one))
    if (retry !== undefined) return [JSON.stringify({ event: 'retry', retryMs: Number(retry) })]
    return data === undefined ? [] : [`${JSON.stringify({ id, event: name }).slice(0, -1)},${data.slice(1)}`]
  })
}

/** What a browser keeps between requests to one origin. */
export interface CookieJar {
  cookie?: string
}

/** A browser's fetch as far as cookies of one origin go; node's keeps none. */
export function fetchWithCookies(jar: CookieJar = {}): typeof fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers)
    if (jar.cookie) headers.set('cookie', jar.cookie)
    const response = await fetch(input, { ...init, headers })
    const [cookie] = response.headers.getSetCookie()
    if (cookie) jar.cookie = cookie
    return response
  }
}

/** A browser's WebSocket, as far as that goes. */
export const socketWithCookies =
  (jar: CookieJar): OpenSocket =>
  (address) => {
    const headers = jar.cookie ? { cookie: jar.cookie } : {}
    const socket = new WebSocket(address.replace(/^http/, 'ws'), { headers })
    socket.on('error', () => {}) // a browser only says so in its console
    return socket as unknown as globalThis.WebSocket
  }

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
