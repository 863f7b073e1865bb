import { type ITopicConfig, Kafka, logLevel } from 'kafkajs'
import { allTopics, type Topic } from '#contracts/topics.ts'

/** Makes the topics that do not exist yet and leaves the others as they are. The stand-in makes its own on first use. */
export async function createTopics(brokers: string, topics: readonly Topic[] = allTopics()): Promise<void> {
  const kafka = new Kafka({ clientId: 'topic-maker', brokers: brokers.split(','), logLevel: logLevel.NOTHING })
  const admin = kafka.admin()
  await admin.connect()
  try {
    const existing = new Set(await admin.listTopics())
    const missing = topics.filter((topic) => !existing.has(topic.name))
    if (missing.length > 0) await admin.createTopics({ topics: missing.map(asKafka), waitForLeaders: true })
  } finally {
    await admin.disconnect()
  }
}

export function asKafka(topic: Topic): ITopicConfig {
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
