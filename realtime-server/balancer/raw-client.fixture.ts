import { connect, type Socket } from 'node:net'

/** A client that says exactly what it is told, and remembers every byte it gets. */
export class RawClient implements Disposable {
  readonly socket: Socket
  readonly closed: Promise<void>
  /** Why the connection broke, if it did not just end. */
  error: NodeJS.ErrnoException | undefined
  /** How many bytes so far. */
  received = 0
  #parts: Buffer[] = []
  #changed = Promise.withResolvers<void>()

  constructor(port: number, bytes: string | Buffer = '', host = '127.0.0.1') {
    this.socket = connect({ port, host })
    this.socket.on('error', (error) => {
      this.error = error
    })
    this.socket.on('data', (part) => {
      this.#parts.push(part)
      this.received += part.length
      this.#change()
    })
    this.closed = new Promise((resolve) => this.socket.once('close', () => resolve()))
    void this.closed.then(() => this.#change())
    if (bytes.length > 0) this.socket.write(bytes)
  }

  /** Everything so far. */
  get bytes(): Buffer {
    return Buffer.concat(this.#parts)
  }

  get text(): string {
    return this.bytes.toString('latin1')
  }

  /** Resolves when the answer so far contains the text; rejects when it ended without. */
  async until(text: string): Promise<void> {
    while (!this.text.includes(text)) {
      if (this.socket.destroyed) throw new Error(`closed without ${JSON.stringify(text)}: ${this.text}`)
      await this.#changed.promise
    }
  }

  /** The whole answer, once the server has closed. */
  async answer(): Promise<{ status: number; head: string; body: string }> {
    await this.closed
    const [head = '', ...rest] = this.text.split('\r\n\r\n')
    const body = rest.join('\r\n\r\n')
    const chunked = /transfer-encoding: chunked/i.test(head)
    return { status: Number(head.split(' ')[1]), head, body: chunked ? unchunk(body) : body }
  }

  [Symbol.dispose](): void {
    this.socket.destroy()
  }

  #change(): void {
    this.#changed.resolve()
    this.#changed = Promise.withResolvers<void>()
  }
}

function unchunk(text: string): string {
  const [, size = '0'] = /^([0-9a-f]+)\r\n/.exec(text) ?? []
  const from = size.length + 2
  const to = from + Number.parseInt(size, 16)
  return to === from ? '' : text.slice(from, to) + unchunk(text.slice(to + 2))
}
