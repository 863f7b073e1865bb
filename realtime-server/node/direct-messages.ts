import type { DirectDelivery } from '#contracts/delivery.ts'
import { makeFrame } from '../frame.ts'
import type { Viewer } from '../hub/local-stream.ts'

/** The connections of this node. */
export interface OpenConnections {
  find(id: string): Pick<Viewer, 'message'> | undefined
  all(): Iterable<Pick<Viewer, 'message'>>
}

/**
 * How many messages a node remembers in order to know their copies. Copies come in bulk when a dispatcher dies: it
 * leaves up to six batches (BATCHES_AT_ONCE) of a megabyte uncommitted, in which some 25,000 of the shortest messages
 * fit. One bound for the node and not one per connection, because all of a batch may be for the same one. With the
 * longest ids it is some 10 MB.
 */
const REMEMBERED = 32_768

/**
 * Messages past all streams: to one connection of this node, or to each of them. Which node a record names does not
 * matter here: whoever holds the connection is its owner, even if the node has taken a new id since.
 */
export class DirectMessages {
  readonly #connections: OpenConnections
  readonly #remembered: number
  /** The oldest first. */
  readonly #told = new Set<string>()

  constructor(connections: OpenConnections, remembered = REMEMBERED) {
    this.#connections = connections
    this.#remembered = remembered
  }

  /** @returns to how many viewers it went, 0 for a copy; `not-here` when the connection is another node's, or nobody's */
  deliver({ id, to, event, data }: DirectDelivery): number | 'not-here' {
    const viewers = to === '*' ? [...this.#connections.all()] : [this.#connections.find(to)]
    const [first] = viewers
    if (to !== '*' && first === undefined) return 'not-here'
    if (!this.#isFirst(`${to} ${id}`)) return 0
    const frame = makeFrame({ cursor: null, event, data })
    for (const viewer of viewers) viewer?.message(frame)
    return viewers.length
  }

  #isFirst(message: string): boolean {
    if (this.#told.has(message)) return false
    this.#told.add(message)
    if (this.#told.size > this.#remembered) {
      for (const oldest of this.#told) {
        this.#told.delete(oldest)
        break
      }
    }
    return true
  }
}
