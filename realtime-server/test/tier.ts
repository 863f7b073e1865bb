import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { Kafka, logLevel, type Producer } from 'kafkajs'
import type { OrderEvent, TicketEvent } from '#contracts/core-event.ts'
import { awaitOutput } from '#dev/services/await-output.ts'
import { endChild, hasEnded, startChild } from '#dev/services/child.ts'
import { freshRedis, freshTopics, testServices } from '#dev/test/services.ts'
import { ageEpoch } from './aged-epoch.ts'
import { ownTopics } from './own-kafka.ts'
import { type Person, Signer } from './signer.ts'

/** A program of the tier, running as a process of its own. */
export interface TierProcess {
  readonly child: ChildProcess
  readonly url: string
}

/** A realtime tier of its own: topics and Redis that nobody else uses, processes started as wanted, ended with the test. */
export class TestTier implements AsyncDisposable {
  readonly redisUrl: string
  readonly #brokers: string
  readonly #bus: Readonly<Record<string, string>>
  readonly topics: { deliveries: string; tickets: string; orders: string; messages: string }
  readonly producer: Producer
  readonly kafka: Kafka
  readonly #resources: AsyncDisposableStack
  readonly #group = `dispatcher-${randomUUID().slice(0, 8)}`
  readonly #signer: Signer
  readonly #children: ChildProcess[] = []
  #versions = new Map<string, number>()

  private constructor(
    redisUrl: string,
    brokers: string,
    bus: Readonly<Record<string, string>>,
    topics: TestTier['topics'],
    kafka: Kafka,
    producer: Producer,
    signer: Signer,
    resources: AsyncDisposableStack,
  ) {
    this.redisUrl = redisUrl
    this.#brokers = brokers
    this.#bus = bus
    this.topics = topics
    this.kafka = kafka
    this.producer = producer
    this.#signer = signer
    this.#resources = resources
  }

  /**
   * @param options.bus variables that choose another last hop than Kafka, for all programs
   * @param options.brokers a Kafka of the test's own, which it may kill
   */
  static async start(
    options: { redisUrl?: string; bus?: Record<string, string>; brokers?: string } = {},
  ): Promise<TestTier> {
    const resources = new AsyncDisposableStack()
    const redisUrl = options.redisUrl ?? resources.use(await freshRedis()).url
    await ageEpoch(redisUrl)
    const wanted = [{ name: 'deliveries', partitions: 8 }, 'tickets', 'orders', 'messages'] as const
    const topics = options.brokers ? await ownTopics(options.brokers, ...wanted) : await freshTopics(...wanted)
    const brokers = options.brokers ?? testServices.kafkaBrokers
    const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING })
    const producer = kafka.producer({ allowAutoTopicCreation: false })
    await producer.connect()
    resources.defer(() => producer.disconnect())
    const signer = await Signer.create()
    return new TestTier(redisUrl, brokers, options.bus ?? {}, topics, kafka, producer, signer, resources)
  }

  /** Environment that all programs of this tier share. */
  get environment(): Record<string, string> {
    return {
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      NODE_OPTIONS: '--disable-warning=TimeoutNegativeWarning',
      REGISTRY_REDIS_URL: this.redisUrl,
      KAFKA_BROKERS: this.#brokers,
      DISPATCHER_GROUP: this.#group,
      DELIVERIES_TOPIC: this.topics.deliveries,
      TICKETS_TOPIC: this.topics.tickets,
      ORDERS_TOPIC: this.topics.orders,
      MESSAGES_TOPIC: this.topics.messages,
      REALTIME_VERIFICATION_KEYS: this.#signer.verificationKeys,
      ...this.#bus,
    }
  }

  /** Starts a node and waits until it is ready. */
  async node(env: Record<string, string> = {}): Promise<TierProcess> {
    const child = this.#start('node', env)
    const [, url = ''] = await awaitOutput(child, /"url":"([^"]+)","msg":"holding viewers"/, 30_000)
    return { child, url }
  }

  /** Starts a dispatcher and waits until it consumes. */
  async dispatcher(env: Record<string, string> = {}): Promise<TierProcess> {
    const child = this.#start('dispatcher', env)
    await awaitOutput(child, /"msg":"dispatching"/, 30_000)
    return { child, url: '' }
  }

  /** Starts a dispatcher that meets its fate at its first batch; see doomed-dispatcher.ts. */
  async doomedDispatcher(fate: string): Promise<ChildProcess> {
    const child = this.#spawn(['realtime-server/test/doomed-dispatcher.ts', fate], {})
    await awaitOutput(child, /"msg":"dispatching"/, 30_000)
    return child
  }

  /** Starts a balancer; resolves when it listens, which it does with the nodes that are ready by then. */
  async balancer(env: Record<string, string> = {}): Promise<TierProcess> {
    const child = this.#start('balancer', { PORT: '0', ...env })
    const [, url = ''] = await awaitOutput(child, /"url":"([^"]+)","msg":"balancing"/, 30_000)
    return { child, url }
  }

  /** Starts a console that is told of these programs; resolves when it listens. */
  async console(env: Record<string, string>): Promise<TierProcess> {
    const child = this.#start('console', { PORT: '0', ...env })
    const [, url = ''] = await awaitOutput(child, /"url":"([^"]+)","msg":"showing"/, 30_000)
    return { child, url }
  }

  /** Programs that have ended, whoever ended them. */
  get ended(): ChildProcess[] {
    return this.#children.filter(hasEnded)
  }

  /** The next change of a show, as core would announce it: versions grow by one. */
  ticketEvent(showId: string, fields: Partial<TicketEvent> = {}): TicketEvent {
    const from = this.#versions.get(showId) ?? 0
    this.#versions.set(showId, from + 1)
    return {
      id: randomUUID(),
      at: new Date().toISOString(),
      type: 'ticket.sold',
      showId,
      from,
      version: from + 1,
      items: [{ tierId: 'stalls', quantity: 1 }],
      remaining: { stalls: Math.max(0, 100 - from) },
      saleIds: [randomUUID()],
      resellerId: 'aurora',
      ...fields,
    } as TicketEvent
  }

  /** Puts events on core's topic, in order. */
  async announce(...events: readonly TicketEvent[]): Promise<void> {
    const messages = events.map((event) => ({ key: event.showId, value: JSON.stringify(event) }))
    await this.producer.send({ topic: this.topics.tickets, messages })
  }

  async announceOrder(event: OrderEvent): Promise<void> {
    const messages = [{ key: `${event.resellerId}:${event.customerRef}`, value: JSON.stringify(event) }]
    await this.producer.send({ topic: this.topics.orders, messages })
  }

  /** A realtime cookie for a person, as the storefront would set it. */
  cookie(person: Person): Promise<string> {
    return this.#signer.cookie(person)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#resources.disposeAsync()
  }

  #start(role: 'node' | 'dispatcher' | 'balancer' | 'console', env: Record<string, string>): ChildProcess {
    return this.#spawn(['realtime-server/main.ts', role], { DRAIN_MS: '0', ...env })
  }

  #spawn(program: readonly string[], env: Record<string, string>): ChildProcess {
    const child = startChild([process.execPath, ...program], { env: { ...process.env, ...this.environment, ...env } })
    this.#children.push(child)
    this.#resources.defer(() => endChild(child, 'SIGTERM', 5_000))
    return child
  }
}
