import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** Headers of a good handshake. */
export const HANDSHAKE: Readonly<Record<string, string>> = {
  Upgrade: 'websocket',
  Connection: 'Upgrade',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
}

export const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

/** One frame as a client makes it, or as it should not. @param first the first byte: flags and opcode */
export function clientFrame(first: number, payload: string | Buffer = '', masked = true): Buffer {
  const body = Buffer.from(payload)
  const bit = masked ? 0x80 : 0
  const length =
    body.length < 126
      ? Buffer.from([bit | body.length])
      : body.length < 65_536
        ? Buffer.from([bit | 126, body.length >> 8, body.length & 255])
        : Buffer.concat([Buffer.from([bit | 127]), bigEndian(body.length)])
  if (!masked) return Buffer.concat([Buffer.from([first]), length, body])
  const mask = Buffer.from([1, 2, 3, 4])
  return Buffer.concat([Buffer.from([first]), length, mask, body.map((byte, i) => byte ^ (mask[i % 4] as number))])
}

/** A whole text message. */
export const clientText = (text: string | object): Buffer =>
  clientFrame(0x80 | OPCODE.text, typeof text === 'string' ? text : JSON.stringify(text))

function bigEndian(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}

/** A WebSocket as bytes: for frames that no client makes, and for what was really sent. */
export class RawWebSocket implements AsyncDisposable {
  readonly socket: Socket
  #bytes = Buffer.alloc(0)
  #more = Promise.withResolvers<void>()

  private constructor(socket: Socket) {
    this.socket = socket
    socket.on('data', (bytes) => this.#read(bytes))
    socket.on('close', () => this.#read(Buffer.alloc(0)))
    socket.on('error', () => {})
  }

  /** Asks for an upgrade; the headers replace those of a good handshake, and `undefined` leaves one out. */
  static async ask(
    base: string,
    path = '/realtime/ws',
    headers: Readonly<Record<string, string | undefined>> = {},
    more: Buffer | string = '',
  ): Promise<RawWebSocket> {
    const { hostname, port, host } = new URL(base)
    const socket = connect(Number(port), hostname)
    const opened = new RawWebSocket(socket)
    await once(socket, 'connect')
    const lines = Object.entries({ Host: host, ...HANDSHAKE, ...headers }).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}: ${value}\r\n`],
    )
    socket.write(Buffer.concat([Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`), Buffer.from(more)]))
    return opened
  }

  /** Opens one, and waits for `ready`. */
  static async open(base: string, path?: string, headers?: Readonly<Record<string, string>>): Promise<RawWebSocket> {
    const opened = await RawWebSocket.ask(base, path, headers)
    await opened.until(/"event":"ready"/)
    return opened
  }

  get text(): string {
    return this.#bytes.toString('utf8')
  }

  get status(): number {
    return Number(/^HTTP\/1\.1 (\d+)/.exec(this.text)?.[1])
  }

  get head(): string {
    return this.text.split('\r\n\r\n', 1)[0] ?? ''
  }

  /** The whole answer of an upgrade that was refused, whether it came in chunks or not. */
  async refused(): Promise<{ status: number; head: string; problem: { type: string; status: number } }> {
    await this.until(/\r\n\r\n[^{]*\{.*\}/)
    const { status, head, text } = this
    return { status, head, problem: JSON.parse(text.slice(text.indexOf('{', head.length), text.lastIndexOf('}') + 1)) }
  }

  /** What came after the head. */
  get frames(): { first: number; payload: Buffer }[] {
    const frames = []
    for (let at = this.#bytes.indexOf('\r\n\r\n') + 4; at + 2 <= this.#bytes.length; ) {
      const short = this.#bytes[at + 1] as number
      const head = short < 126 ? 2 : short === 126 ? 4 : 10
      const length = short < 126 ? short : short === 126 ? this.#bytes.readUInt16BE(at + 2) : this.#bytes.readUInt32BE(at + 6) // biome-ignore format: one line
      if (at + head + length > this.#bytes.length) break
      frames.push({ first: this.#bytes[at] as number, payload: this.#bytes.subarray(at + head, at + head + length) })
      at += head + length
    }
    return frames
  }

  /** The code of the close frame that came last; null when none came. */
  get closeCode(): number | null {
    const close = this.frames.findLast(({ first }) => first === (0x80 | OPCODE.close))
    return close && close.payload.length >= 2 ? close.payload.readUInt16BE(0) : null
  }

  /** Waits until the bytes so far match. @throws when the connection ends before they do */
  async until(pattern: RegExp): Promise<void> {
    await this.untilThat(() => pattern.test(this.text))
  }

  async untilThat(holds: () => boolean): Promise<void> {
    while (!holds()) {
      if (this.socket.closed) throw new Error(`it ended after ${JSON.stringify(this.text)}`)
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

  #read(bytes: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes])
    this.#more.resolve()
    this.#more = Promise.withResolvers()
  }
}
