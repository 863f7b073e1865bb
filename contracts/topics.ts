/** A Kafka topic as it should exist. `partitions` applies where topics can be created; readers ask the broker how many there are. */
export interface Topic {
  readonly name: string
  readonly partitions: number
  readonly retentionMs: number
  readonly compacted?: boolean
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** Why 12: shows are spread over them, and a dozen dispatchers is more than one cluster needs (each handles thousands of events a second). */
const EVENT_PARTITIONS = 12

/** Who works `core.*` for buyers and staff: what they are told, and what is counted. */
export const NOTIFICATIONS_GROUP = 'notifications'
/** The worker's group on `reseller.config`, likewise. */
export const CONFIG_GROUP = 'config-sync'

export const TOPICS = {
  /** Key showId. Three days let a dispatcher or worker be down over a weekend. */
  coreTickets: { name: 'core.tickets', partitions: EVENT_PARTITIONS, retentionMs: 3 * dayMs },
  /** Key `<resellerId>:<customerRef>`. */
  coreOrders: { name: 'core.orders', partitions: EVENT_PARTITIONS, retentionMs: 3 * dayMs },
  /** Key resellerId; each event is whole, so compaction loses nothing. One partition: hundreds of changes a day, in order. */
  resellerConfig: { name: 'reseller.config', partitions: 1, retentionMs: -1, compacted: true },
  /** Key = target; what our own services publish. */
  realtimeMessages: { name: 'realtime.messages', partitions: EVENT_PARTITIONS, retentionMs: dayMs },
  /** Partition = slot. A delivery older than ten minutes is served from history or not at all. */
  realtimeDeliveries: { name: 'realtime.deliveries', partitions: 64, retentionMs: 10 * minuteMs },
} as const satisfies Record<string, Topic>

/** Where a record goes that its reader could not make sense of, with the reason beside it. Kept two weeks, for a person to look. */
export const deadLetterTopic = (name: string): string => `${name}.dead`

/** Everything that must exist, dead-letter topics included. */
export function allTopics(): Topic[] {
  return Object.values(TOPICS).flatMap((topic) => [
    topic,
    { name: deadLetterTopic(topic.name), partitions: 1, retentionMs: 14 * dayMs },
  ])
}
