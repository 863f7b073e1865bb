import { randomUUID } from 'node:crypto'
import { startNativeKafka } from '#dev/services/kafka-native.ts'
import { createTopics } from '#dev/services/kafka-topics.ts'
import { scratchFolder } from '#dev/test/scratch-folder.ts'
import { testServices } from '#dev/test/services.ts'

/** A Kafka of a test's own, which it may kill and freeze. */
export interface OwnKafka extends AsyncDisposable {
  readonly address: string
  /** To the running broker. */
  signal(name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void
  /** After it was killed: on the same folder and port. */
  startAgain(): Promise<void>
}

/** Real Kafka, or null where there is only the stand-in: that one forgets everything when it stops. */
export async function startOwnKafka(): Promise<OwnKafka | null> {
  if (testServices.kafkaProvider !== 'real') return null
  await using started = new AsyncDisposableStack()
  const folder = started.use(scratchFolder())
  const start = (port?: number) =>
    startNativeKafka('any', {
      ...{ dataDir: folder.path, throwaway: true, say: () => {} },
      ...(port === undefined ? {} : { port }),
    })
  let broker = await start()
  started.defer(() => broker[Symbol.asyncDispose]())
  if (broker.standIn) return null
  const resources = started.move()
  return {
    address: broker.address,
    signal: (name) => void process.kill(broker.pid, name),
    async startAgain() {
      await broker[Symbol.asyncDispose]()
      broker = await start(Number(broker.address.split(':')[1]))
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}

/** What `freshTopics` does on the Kafka of all tests. */
export async function ownTopics<Name extends string>(
  brokers: string,
  ...wanted: readonly (Name | { readonly name: Name; readonly partitions: number })[]
): Promise<Record<Name, string>> {
  const suffix = randomUUID().slice(0, 8)
  const topics = wanted.map((one) => (typeof one === 'string' ? { name: one, partitions: 4 } : one))
  await createTopics(
    brokers,
    topics.map(({ name, partitions }) => ({ name: `${name}.${suffix}`, partitions, retentionMs: 3_600_000 })),
  )
  return Object.fromEntries(topics.map(({ name }) => [name, `${name}.${suffix}`])) as Record<Name, string>
}
