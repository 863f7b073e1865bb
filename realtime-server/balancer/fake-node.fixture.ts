import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Socket } from 'node:net'
import type { NodeInfo, NodeState } from '../registry/registry.ts'

const WS_HEAD = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n'
const REFUSAL = 'HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}'
const problem = (type: string) => JSON.stringify({ type: `realtime/${type}`, status: 503 })
const declining = (type: string) =>
  `HTTP/1.1 503 Service Unavailable\r\nContent-Length: ${problem(type).length}\r\nConnection: close\r\n\r\n${problem(type)}`
const SSE_HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n'

/**
 * `frozen`: accepts and says nothing. `full`, `unavailable`: answers 503 and that. `cutting`: closes without an answer.
 * `refusing`: answers 403 to upgrades. `unwilling`: answers upgrades as if they were none, and reads on for requests.
 */
export type Mood = 'well' | 'frozen' | 'full' | 'unavailable' | 'cutting' | 'refusing' | 'unwilling'

/** A node as far as a balancer can tell: a real HTTP server whose streams say what the test wants. */
export class FakeNode implements AsyncDisposable {
  readonly id: string
  readonly url: string
  mood: Mood = 'well'
  state: NodeState = 'ready'
  connections = 0
  /** Streams that are open, oldest first. */
  readonly streams: Socket[] = []
  /** Requests other than probes, as they came, with their bodies. */
  readonly requests: { head: IncomingMessage; body: string }[] = []
  /** Every byte it was sent, on whatever connection. */
  heard = ''
  readonly #server: Server
  readonly #sockets: Set<Socket>
  readonly #held: IncomingMessage[] = []

  private constructor(id: string, url: string, server: Server, sockets: Set<Socket>) {
    this.id = id
    this.url = url
    this.#server = server
    this.#sockets = sockets
  }

  static async start(id: string, port = 0): Promise<FakeNode> {
    let node: FakeNode | null = null
    const server = createServer({ shouldUpgradeCallback: () => node?.mood !== 'unwilling' })
    const sockets = new Set<Socket>()
    server.on('connection', (socket) => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      socket.on('error', () => {})
    })
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (typeof address !== 'object' || address === null) throw new Error('no address')
    const made = new FakeNode(id, `http://127.0.0.1:${address.port}`, server, sockets)
    node = made
    server.on('connection', (socket) => {
      socket.on('data', (bytes) => {
        made.heard += bytes.toString('latin1')
      })
    })
    server.on('request', (request, response) => {
      if (made.mood === 'frozen') {
        if (request.url !== '/healthz') made.#held.push(request)
        return
      }
      if (request.url === '/healthz') response.end('{}')
      else if (request.url === '/readyz') response.writeHead(made.state === 'ready' ? 200 : 503).end('{}')
      else if (made.mood === 'cutting') request.socket.destroy()
      else if (made.mood === 'full' || made.mood === 'unavailable') response.writeHead(503).end(problem(made.mood))
      else void made.#serve(request)
    })
    server.on('upgrade', (request, socket) => made.#upgrade(request, socket as Socket))
    return made
  }

  get port(): number {
    return Number(new URL(this.url).port)
  }

  /** Connections of any kind. */
  get openSockets(): number {
    return this.#sockets.size
  }

  /** Requests that wait until it thaws. */
  get holds(): number {
    return this.#held.length
  }

  get info(): NodeInfo {
    return { id: this.id, url: this.url, slot: 0, state: this.state, connections: this.connections }
  }

  /** Is well again, and answers what came while it was frozen. */
  thaw(): void {
    this.mood = 'well'
    for (const request of this.#held.splice(0)) void this.#serve(request)
  }

  /** Dies at once, as a killed process does. */
  async kill(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((closed) => this.#server.close(closed))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill()
  }

  #upgrade(request: IncomingMessage, socket: Socket): void {
    this.requests.push({ head: request, body: '' })
    socket.resume().once('end', () => socket.destroy())
    if (this.mood === 'cutting') socket.destroy()
    else if (this.mood === 'full' || this.mood === 'unavailable') socket.end(declining(this.mood))
    else if (this.mood === 'refusing') socket.end(REFUSAL)
    else if (this.mood === 'well') this.#stream(socket, WS_HEAD)
  }

  #stream(socket: Socket, head: string): void {
    this.streams.push(socket)
    socket.on('close', () => this.streams.splice(this.streams.indexOf(socket), 1))
    socket.write(`${head}: ${this.id}\n\n`)
  }

  async #serve(request: IncomingMessage): Promise<void> {
    let body = ''
    for await (const part of request) body += part
    this.requests.push({ head: request, body })
    const { socket } = request
    if (request.method === 'POST') {
      socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`)
      return
    }
    this.#stream(socket, SSE_HEAD)
  }
}
