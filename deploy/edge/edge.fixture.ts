import type { ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { createGunzip, type Gunzip } from 'node:zlib'
import { canInstall, installLine, installPackages } from '#dev/services/apt.ts'
import { endChild, hasEnded, startChild } from '#dev/services/child.ts'
import { freePort } from '#dev/services/free-ports.ts'
import { onPath } from '#dev/services/on-path.ts'

/** What an edge of a test stands in front of. Ports on 127.0.0.1. */
export interface Behind {
  readonly nodes: readonly number[]
  readonly balancers: readonly number[]
  readonly storefront?: number
  /** Open streams that one address may have; by default what the file says. */
  readonly perAddress?: number
  /** Requests that one address may make at once, and one a minute after that; by default what the file says. */
  readonly burst?: number
  /** Requests that one address may have open at once; by default what the file says. */
  readonly open?: number
  /** Uploads that all may have open together; by default what the file says. */
  readonly uploads?: number
  /** A network of proxies that are believed; by default none is. */
  readonly proxies?: string
}

/** A program that can be an edge, and its file in this folder. */
export interface EdgeKind {
  readonly name: string
  /** Debian's package of it. */
  readonly package: string
  readonly file: string
  /** The file with a test's ports, addresses and folder put in. */
  configure(text: string, behind: Behind, port: number, folder: string): string
  /** After the program's name. */
  argv(file: string, folder: string): readonly string[]
}

/** The program, brought here if need be; or why it cannot be had. */
export async function findEdge({ name, package: debian }: EdgeKind): Promise<{ path: string } | { missing: string }> {
  if (!onPath(name) && canInstall()) await installPackages([debian], console.log).catch(() => {})
  const path = onPath(name)
  return path ? { path } : { missing: `no ${name}. Install it: ${installLine([debian])}` }
}

/** A running edge. */
export class Edge implements AsyncDisposable {
  readonly port: number
  readonly child: ChildProcess
  readonly #folder: string

  private constructor(port: number, child: ChildProcess, folder: string) {
    this.port = port
    this.child = child
    this.#folder = folder
  }

  static async start(kind: EdgeKind, path: string, behind: Behind): Promise<Edge> {
    const port = await freePort()
    const folder = mkdtempSync(join(tmpdir(), 'marquee-test-edge-'))
    chmodSync(folder, 0o755) // as root its workers are nobody, and keep pages in it
    const file = join(folder, kind.file)
    const text = readFileSync(join(import.meta.dirname, kind.file), 'utf8')
    writeFileSync(file, kind.configure(text, behind, port, folder))
    // Its workers are told by it, which it must live to do.
    const child = startChild([path, ...kind.argv(file, folder)], { lastSignal: 'TERM' })
    let said = ''
    for (const output of [child.stdout, child.stderr]) output?.on('data', (bytes) => (said += bytes))
    while (!(await accepts(port))) {
      if (hasEnded(child)) throw new Error(`${kind.name} did not start: ${said}`)
      await sleep(20)
    }
    return new Edge(port, child, folder)
  }

  /** Asks for something of a reseller's host. @param from a loopback address to ask from */
  ask(path: string, options: Asking = {}): Promise<Answer> {
    const {
      method = 'GET',
      headers = {},
      host = 'aurora.tickets.example',
      from = '127.0.0.1',
      body = '',
      signal,
    } = options
    return new Promise((done, fail) => {
      const asked = request(
        {
          host: '127.0.0.1',
          port: this.port,
          path,
          method,
          localAddress: from,
          agent: false,
          ...(signal && { signal }),
          headers: { Host: host, ...headers },
        },
        (response) => done(new Answer(asked, response)),
      )
      asked.on('error', fail)
      asked.end(body)
    })
  }

  /** Opens a stream and waits until its viewer is told `ready`. */
  async view(streams: string, options: Asking = {}): Promise<Answer> {
    const answer = await this.ask(`/realtime/sse?streams=${streams}`, options)
    if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.whole()}`)
    await answer.until(/event: ready\n/)
    return answer
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await endChild(this.child, 'SIGTERM', 10_000)
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

export interface Asking {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly host?: string
  readonly from?: string
  readonly body?: string
  /** When to give up. */
  readonly signal?: AbortSignal
}

/** What came back, as far as it has come. */
export class Answer implements Disposable {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  text = ''
  received = 0
  ended = false
  readonly #request: ClientRequest
  readonly #response: IncomingMessage
  #damage: Error | null = null
  #more = Promise.withResolvers<void>()

  constructor(asked: ClientRequest, response: IncomingMessage) {
    this.status = response.statusCode ?? 0
    this.headers = response.headers
    this.#request = asked
    this.#response = response
    const isPacked = response.headers['content-encoding'] === 'gzip' && asked.method !== 'HEAD'
    const body = isPacked ? this.#opened(response) : response
    body.setEncoding('utf8')
    body.on('data', (text: string) => this.#read(text))
    body.on('error', (error) => {
      if (body !== response) this.#damage = error
    })
    body.on('close', () => {
      this.ended = true
      this.#read('')
    })
  }

  /** Which node a `ready` came from. */
  get node(): string {
    return /"node":"([^"]+)"/.exec(this.text)?.[1] ?? ''
  }

  get connection(): string {
    return /"connection":"([^"]+)"/.exec(this.text)?.[1] ?? ''
  }

  async until(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.text)) {
      if (this.ended) throw new Error(`it ended after ${JSON.stringify(this.text.slice(-2_000))}`)
      await this.#more.promise
    }
  }

  /** @throws when it was compressed, and wrongly */
  async whole(): Promise<string> {
    while (!this.ended) await this.#more.promise
    if (this.#damage) throw this.#damage
    return this.text
  }

  /** Takes nothing any more, as a viewer does whose machine sleeps. */
  stall(): void {
    this.#response.pause()
  }

  [Symbol.dispose](): void {
    this.#request.destroy()
  }

  #opened(response: IncomingMessage): Gunzip {
    const opened = createGunzip()
    pipeline(response, opened, () => {}) // what was wrong is told by `opened`
    return opened
  }

  #read(text: string): void {
    this.received += text.length
    this.text = (this.text + text).slice(-100_000)
    this.#more.resolve()
    this.#more = Promise.withResolvers()
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((decide) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      decide(true)
    })
    socket.on('error', () => decide(false))
  })
}
