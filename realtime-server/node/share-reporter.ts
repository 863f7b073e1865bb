import type { Log } from '#platform/log.ts'
import type { Audience } from '../audience/audience.ts'
import type { Shares } from '../audience/shares.ts'
import { BEAT_MS } from '../registry/registry.ts'

export interface ShareReporterDeps {
  readonly shares: Shares
  readonly audience: Pick<Audience, 'report'>
  /** The node's id, and how often it has registered since it started: after each time the registry may know nothing. */
  membership(): { readonly id: string; readonly registrations: number }
  readonly log: Log
}

/**
 * Tells others, in the rhythm of the lease, in which shows this node's share has changed. Apart from the beat, so that
 * thousands of changed shows delay no lease. What could not be reported is reported with the next beat.
 */
export class ShareReporter implements AsyncDisposable {
  readonly #deps: ShareReporterDeps
  readonly #timer: NodeJS.Timeout
  #registrations = 0
  #reporting: Promise<void> | null = null

  constructor(deps: ShareReporterDeps) {
    this.#deps = deps
    this.#timer = setInterval(() => void this.report(), BEAT_MS)
  }

  /** Reports what changed; one report at a time. */
  report(): Promise<void> {
    this.#reporting ??= this.#report()
      .catch((error) => this.#deps.log.warn({ err: error }, 'viewers could not be reported; with the next beat again'))
      .finally(() => {
        this.#reporting = null
      })
    return this.#reporting
  }

  /** The viewers of a node that stops have gone: that is reported, or whoever sums would wait for the lease. */
  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer)
    await this.#reporting
    await this.report()
  }

  async #report(): Promise<void> {
    const { shares, audience, membership } = this.#deps
    const { id, registrations } = membership()
    if (registrations !== this.#registrations) shares.forgetReports()
    this.#registrations = registrations
    const changes = shares.changes()
    if (changes.length === 0) return
    await audience.report(id, changes)
    shares.reported(changes)
  }
}
