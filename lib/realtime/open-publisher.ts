import { inTime } from '#platform/in-time.ts'
import { createKafka, openProducer } from '#platform/kafka.ts'
import type { Log } from '#platform/log.ts'
import { createEmitter, type Emitter } from '#realtime/emitter.ts'
import type { LetFinish } from '../let-finish.ts'

/** A process that ends waits no longer for Kafka, which may take a minute to give up. */
const ENDING_MS = 5_000

/** Publishes to the realtime tier, and holds up nobody. */
export interface Publisher extends AsyncDisposable {
  /** Its promises last as long as Kafka takes, which may be a minute. */
  readonly emitter: Emitter
  /** The same work behind the caller's back; what fails is in the log. Disposing, and ending the process, wait for it. */
  inBackground<A extends unknown[]>(work: (...args: A) => Promise<void>): (...args: A) => Promise<void>
}

type Connected = Awaited<ReturnType<typeof openProducer>>

/** Connects when there is something to publish for the first time: a shop has to open without Kafka, too. */
export function openPublisher(brokers: readonly string[], log: Log, letFinish: LetFinish): Publisher {
  let connected: Promise<Connected> | undefined
  const connect = (): Promise<Connected> => {
    connected ??= openProducer(createKafka(brokers, 'storefront', log)).catch((error: unknown) => {
      connected = undefined
      throw error
    })
    return connected
  }
  const pending = new Set<Promise<void>>()
  return {
    emitter: createEmitter({ send: async (record) => (await connect()).send(record) }),
    inBackground:
      (work) =>
      async (...args) => {
        const task = work(...args).catch((error: unknown) => log.warn({ err: error }, 'could not be published'))
        pending.add(task)
        void task.finally(() => pending.delete(task))
        letFinish(inTime(task, ENDING_MS, () => {}))
      },
    async [Symbol.asyncDispose]() {
      await Promise.all(pending)
      const producer = await connected?.catch(() => undefined)
      await producer?.[Symbol.asyncDispose]()
    },
  }
}
