import { join } from 'node:path'
import type { Environment } from '../services/environment.ts'
import { startRabbitmq } from '../services/rabbitmq.ts'
import type { Service } from '../services/service.ts'
import type { Steps } from './steps.ts'

/**
 * The server of the bus that REALTIME_BUS names, where it needs one of its own: RabbitMQ, unless RABBITMQ_URL says where one
 * is. Kafka and Redis are there anyway. Null when there is nothing to start.
 */
export async function startBus(
  { dataDir, throwaway = false, steps }: { dataDir: string; throwaway?: boolean; steps: Steps },
  environment: Environment = process.env,
): Promise<Service | null> {
  if (environment.REALTIME_BUS !== 'rabbitmq' || environment.RABBITMQ_URL) return null
  return steps.run('RabbitMQ', () => startRabbitmq({ dataDir: join(dataDir, 'rabbitmq'), throwaway, say: steps.note }))
}
