import { setTimeout as pause } from 'node:timers/promises'
import { backoffMs } from './backoff.ts'
import { type LinkOptions, RabbitmqLink } from './rabbitmq-link.ts'

/*
 *            open            the link ends
 *   (nothing) ───▶ connected ─────────────▶ connecting ⟲ fails: waits, longer each time
 *                      ▲                        │
 *                      └────────────────────────┘
 *   and from everywhere, by disposing: closed
 */

/** A connection that comes back. Each time it does, `setUp` makes anew what it needs. */
export class RabbitmqConnection implements AsyncDisposable {
  readonly #options: LinkOptions
  readonly #closing = new AbortController()
  #link: RabbitmqLink | null = null

  private constructor(options: LinkOptions) {
    this.#options = options
  }

  /** @throws when there is no connection at the first attempt */
  static async open(options: LinkOptions): Promise<RabbitmqConnection> {
    const connection = new RabbitmqConnection(options)
    await connection.#connect()
    return connection
  }

  /** The link as it is now; null while there is none. */
  get link(): RabbitmqLink | null {
    return this.#link
  }

  /** Lets go of the link, which is of no use any more; a new one is on its way then. */
  renew(reason: string): void {
    void this.#link?.close(reason)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort()
    await this.#link?.close()
  }

  async #connect(): Promise<void> {
    const link = await RabbitmqLink.open(this.#options)
    if (this.#closing.signal.aborted) return void link.close()
    this.#link = link
    void link.ended.then((reason) => this.#connectAgain(link, reason))
  }

  async #connectAgain(link: RabbitmqLink, reason: string): Promise<void> {
    this.#link = null
    void link.close()
    const { signal } = this.#closing
    if (signal.aborted) return
    this.#options.log.warn({ reason }, 'lost RabbitMQ, connecting again')
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      try {
        await pause(backoffMs(attempt, Math.random()), undefined, { signal })
        await this.#connect()
        return this.#options.log.info({ attempt }, 'connected to RabbitMQ again')
      } catch (error) {
        if (!signal.aborted) this.#options.log.warn({ err: error, attempt }, 'RabbitMQ is not to be reached')
      }
    }
  }
}
