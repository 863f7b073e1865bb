import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A stream as bytes, for what EventSource does not show. */
export class RawStream implements AsyncDisposable {
  readonly socket: Socket
  #text = ''
  #more = Promise.withResolvers<void>()

  private constructor(socket: Socket) {
    this.socket = socket
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => this.#read(text))
    socket.on('close', () => this.#read(''))
    socket.on('error', () => {})
  }

  /** Sends a request as it is written. @param base e.g. `http://127.0.0.1:4001` */
  static async open(base: string, request: string): Promise<RawStream> {
    const { hostname, port } = new URL(base)
    const socket = connect(Number(port), hostname)
    const stream = new RawStream(socket)
    await once(socket, 'connect')
    socket.write(request)
    return stream
  }

  static get(base: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<RawStream> {
    const lines = Object.entries({ Host: new URL(base).host, ...headers }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    )
    return RawStream.open(base, `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
  }

  /** Everything that came so far. */
  get text(): string {
    return this.#text
  }

  get head(): string {
    return this.#text.split('\r\n\r\n')[0] ?? ''
  }

  /** Header names in lower case. */
  get headers(): Record<string, string> {
    const lines = this.head.split('\r\n').slice(1)
    return Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
    )
  }

  get body(): string {
    return this.#text.slice(this.head.length + 4)
  }

  /** Waits until the bytes so far match. @throws when the connection ends before they do */
  async until(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.#text)
      if (match) return match
      if (this.socket.closed) throw new Error(`it ended after ${JSON.stringify(this.#text)}`)
      await this.#more.promise
    }
  }

  async closed(): Promise<void> {
    while (!this.socket.closed) await this.#more.promise
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.socket.destroy()
    await this.closed()
  }

  #read(text: string): void {
    this.#text += text
    this.#more.resolve()
    this.#more = Promise.withResolvers()
  }
}
