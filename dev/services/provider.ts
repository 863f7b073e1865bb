import type { Environment } from './environment.ts'
import type { ServiceName } from './service.ts'

/** The variable that names a server to use instead of starting one. */
export const addressVariable: Record<ServiceName, string> = {
  postgres: 'POSTGRES_URL',
  redis: 'REDIS_URL',
  kafka: 'KAFKA_BROKERS',
}

export type Provider =
  | { readonly kind: 'environment'; readonly address: string; readonly variable: string }
  | { readonly kind: 'docker' }
  | { readonly kind: 'native' }

/** Where a service comes from: an address that somebody gave, a Docker engine that answers, or this machine itself. */
export function chooseProvider(name: ServiceName, environment: Environment, dockerAnswers: boolean): Provider {
  const variable = addressVariable[name]
  const address = environment[variable]
  if (address) return { kind: 'environment', address, variable }
  return { kind: dockerAnswers ? 'docker' : 'native' }
}

export type KafkaWish = 'real' | 'mock' | 'any'

/** `KAFKA=mock` asks for the in-memory stand-in, `KAFKA=real` refuses it. */
export function kafkaWish(environment: Environment): KafkaWish {
  const wish = environment.KAFKA
  return wish === 'real' || wish === 'mock' ? wish : 'any'
}
