import { Kafka, type LogEntry, logLevel, type Producer } from 'kafkajs'
import type { Log } from './log.ts'

const LEVELS = { [logLevel.ERROR]: 'error', [logLevel.WARN]: 'warn', [logLevel.INFO]: 'debug' } as const

/**
 * The Kafka client of a program. Requests time out after 10 s and connections after 3 s, so that a dead broker is
 * noticed within one heartbeat of a person's patience; retries go on for about a minute before an error surfaces.
 */
export function createKafka(brokers: readonly string[], clientId: string, log: Log): Kafka {
  return new Kafka({
    clientId,
    brokers: [...brokers],
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 30, factor: 0.2, multiplier: 2 },
    logLevel: logLevel.WARN,
    logCreator: () => (entry: LogEntry) => {
      const { message, timestamp: _, logger: __, ...detail } = entry.log
      const level = entry.level === logLevel.ERROR || entry.level === logLevel.WARN ? LEVELS[entry.level] : 'debug'
      log[level]({ kafka: entry.namespace, ...detail }, message)
    },
  })
}

/** A connected producer that disconnects when disposed. Topics are never created by writing to them. */
export async function openProducer(kafka: Kafka): Promise<Producer & AsyncDisposable> {
  const producer = kafka.producer({ allowAutoTopicCreation: false })
  await producer.connect()
  return Object.assign(producer, { [Symbol.asyncDispose]: () => producer.disconnect() })
}
