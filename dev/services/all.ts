import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { dockerAnswers, startCompose } from './docker.ts'
import type { Environment } from './environment.ts'
import { startNativeKafka } from './kafka-native.ts'
import { createTopics } from './kafka-topics.ts'
import { startPostgres } from './postgres.ts'
import { prepareServer } from './postgres-roles.ts'
import { chooseProvider, kafkaWish } from './provider.ts'
import { startRedis } from './redis.ts'
import type { Service, ServiceName, ServiceOptions } from './service.ts'

export interface ServicesOptions {
  /** Each service keeps its files in a folder of its name below this one. */
  readonly dataDir: string
  /** Also means servers of one's own: what POSTGRES_URL and its like name is not for throwing away. */
  readonly throwaway?: boolean
  readonly environment?: Environment
  readonly say?: (line: string) => void
}

export type Services = Record<ServiceName, Service> & AsyncDisposable

const names = ['postgres', 'redis', 'kafka'] as const satisfies readonly ServiceName[]

/** PostgreSQL with our roles and databases, Redis, and Kafka with our topics, each from where this machine can have it. */
export async function startServices(options: ServicesOptions): Promise<Services> {
  const environment = options.environment ?? (options.throwaway ? { KAFKA: process.env.KAFKA } : process.env)
  const say = options.say ?? (() => {})
  const docker =
    names.some((name) => chooseProvider(name, environment, true).kind === 'docker') && (await dockerAnswers())
  mkdirSync(options.dataDir, { recursive: true })
  await using started = new AsyncDisposableStack()

  const own: ServiceOptions = { dataDir: options.dataDir, throwaway: options.throwaway ?? false, say }
  const byCompose = names.filter((name) => chooseProvider(name, environment, docker).kind === 'docker')
  const composed = startCompose(byCompose, own)
  const all = await Promise.allSettled(names.map((name) => start(name, own, environment, docker, composed)))
  for (const one of all) if (one.status === 'fulfilled') started.use(one.value)
  const failed = all.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason

  const [postgres, redis, kafka] = all.map((one) => (one as PromiseFulfilledResult<Service>).value) as [
    Service,
    Service,
    Service,
  ]
  await prepareServer(postgres.address)
  if (!kafka.standIn) await createTopics(kafka.address)
  const running = started.move()
  return { postgres, redis, kafka, [Symbol.asyncDispose]: () => running.disposeAsync() }
}

async function start(
  name: ServiceName,
  options: ServiceOptions,
  environment: Environment,
  docker: boolean,
  composed: Promise<Service[]>,
): Promise<Service> {
  const provider = chooseProvider(name, environment, docker)
  if (provider.kind === 'environment') return given(name, provider.address, provider.variable)
  if (provider.kind === 'docker') return (await composed).find((service) => service.name === name) as Service
  const own = { ...options, dataDir: join(options.dataDir, name) }
  if (name === 'postgres') return startPostgres(own)
  return name === 'redis' ? startRedis(own) : startNativeKafka(kafkaWish(environment), own)
}

function given(name: ServiceName, address: string, variable: string): Service {
  return { name, address, provider: variable, [Symbol.asyncDispose]: async () => {} }
}
