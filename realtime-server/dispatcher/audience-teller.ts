import { interestOf, type Stream, streamName } from '#contracts/stream.ts'
import type { Log } from '#platform/log.ts'
import { type Audience, isWorthTelling, type Tally } from '../audience/audience.ts'
import type { DeliveryWriter, Message } from '../bus/bus.ts'
import type { RegistryView } from '../registry/registry.ts'

/** How often due shows are looked for: half a second is little beside the beat in which nodes report. */
const ROUND_MS = 500

/** Shows per call: two or three milliseconds of Redis's time with a handful of nodes each. */
const TAKEN_AT_ONCE = 200

/** Calls per round: up to 5,000 shows and 75 ms of Redis's time in half a second. What is beyond waits for the next round, the longest waiting first. */
const CALLS_PER_ROUND = 25

export interface TellerDeps {
  readonly audience: Pick<Audience, 'takeDue' | 'told'>
  readonly registry: Pick<RegistryView, 'recipients'>
  readonly writer: Pick<DeliveryWriter, 'send'>
}

/** What one round did, for metrics. */
export interface Told {
  readonly summed: number
  readonly told: number
}

/**
 * Sums the shows that are due and tells those who follow them, where the count has changed enough. Any number of
 * dispatchers may do so: each show is taken by one. Should that one die half-way, the show is due again.
 */
export async function tellAudiences({ audience, registry, writer }: TellerDeps): Promise<Told> {
  let [summed, told] = [0, 0]
  for (let call = 0; call < CALLS_PER_ROUND; call += 1) {
    const { tallies, more } = await audience.takeDue(TAKEN_AT_ONCE)
    const news = tallies.filter(isWorthTelling)
    if (news.length > 0) {
      const recipients = await registry.recipients(news.map(({ showId }) => interestOf(streamOf(showId))))
      const at = new Date().toISOString()
      await writer.send(
        news.map((tally, i) => ({ message: viewersMessage(tally, at), recipients: recipients[i] ?? [] })),
      )
      await audience.told(news)
    }
    summed += tallies.length
    told += news.length
    if (!more) break
  }
  return { summed, told }
}

/** True only now, so it has no id and stands in no history. */
function viewersMessage({ showId, count }: Tally, at: string): Message {
  const stream = streamName(streamOf(showId))
  return { stream, event: 'viewers', data: JSON.stringify({ showId, count, at, stream }) }
}

const streamOf = (showId: string): Stream => ({ kind: 'show', showId })

/** Goes on telling until it is disposed. Where Redis or the bus is away nothing is told; afterwards what is due is. */
export class AudienceTeller implements AsyncDisposable {
  readonly #deps: TellerDeps
  readonly #log: Log
  readonly #count: (told: Told) => void
  #timer: NodeJS.Timeout | null = null
  #round: Promise<void> = Promise.resolve()

  constructor(deps: TellerDeps, log: Log, count: (told: Told) => void) {
    this.#deps = deps
    this.#log = log
    this.#count = count
    this.#schedule()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    await this.#round
  }

  #schedule(): void {
    this.#timer = setTimeout(() => {
      this.#round = tellAudiences(this.#deps)
        .then(this.#count)
        .catch((error) => this.#log.warn({ err: error }, 'nobody was told how many look'))
        .finally(() => {
          if (this.#timer) this.#schedule()
        })
    }, ROUND_MS)
  }
}
