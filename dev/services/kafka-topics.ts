import { setTimeout } from 'node:timers/promises'
import { type Admin, type ITopicConfig, Kafka, logLevel } from 'kafkajs'
import { allTopics, type Topic } from '#contracts/topics.ts'

/** A broker on a machine that is busy with other things needs seconds to lead a topic of 64 partitions. */
const KNOWN_LIMIT_MS = 30_000

/** Makes the topics that do not exist yet and leaves the others as they are. The stand-in makes its own on first use. */
export async function createTopics(brokers: string, topics: readonly Topic[] = allTopics()): Promise<void> {
  const kafka = new Kafka({ clientId: 'topic-maker', brokers: brokers.split(','), logLevel: logLevel.NOTHING })
  const admin = kafka.admin()
  await admin.connect()
  try {
    const existing = new Set(await admin.listTopics())
    const missing = topics.filter((topic) => !existing.has(topic.name))
    if (missing.length === 0) return
    await admin.createTopics({ topics: missing.map(asKafka), waitForLeaders: false })
    await untilKnown(
      admin,
      missing.map(({ name }) => name),
    )
  } finally {
    await admin.disconnect()
  }
}

/**
 * A busy broker knows a new topic, and leads its partitions, a moment later than it said; kafkajs's own waiting takes
 * that for a failure. Offsets are only told by a leader.
 */
async function untilKnown(admin: Admin, topics: string[]): Promise<void> {
  const deadline = Date.now() + KNOWN_LIMIT_MS
  for (;;) {
    try {
      await admin.fetchTopicMetadata({ topics })
      await Promise.all(topics.map((topic) => admin.fetchTopicOffsets(topic)))
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await setTimeout(100)
    }
  }
}

function asKafka(topic: Topic): ITopicConfig {
  return {
    topic: topic.name,
    numPartitions: topic.partitions,
    replicationFactor: 1,
    configEntries: [
      { name: 'cleanup.policy', value: topic.compacted ? 'compact' : 'delete' },
      { name: 'retention.ms', value: `${topic.retentionMs}` },
    ],
  }
}
