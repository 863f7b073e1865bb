export type ServiceName = 'postgres' | 'redis' | 'kafka'

/** A running PostgreSQL, Redis, Kafka or RabbitMQ. Disposing stops it only where we started it. */
export interface Service extends AsyncDisposable {
  /** RabbitMQ is started only where somebody asks for it. */
  readonly name: ServiceName | 'rabbitmq'
  /** postgres: URL of a superuser · redis: URL without a database number · kafka: host:port,host:port · rabbitmq: URL of a guest */
  readonly address: string
  /** Where it came from, in words for the screen: "native PostgreSQL 18 (npm)", "Docker", "KAFKA_BROKERS". */
  readonly provider: string
  /** Set on the in-memory Kafka: it makes topics by itself, forgets everything, and knows no transactions. */
  readonly standIn?: true
}

export interface ServiceOptions {
  /** A folder of this service's own; what it keeps there survives a restart. */
  readonly dataDir: string
  /** Nobody will miss the data: trade durability for speed. */
  readonly throwaway?: boolean
  /** One line of progress for the person at the screen. */
  readonly say: (line: string) => void
}
