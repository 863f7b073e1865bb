import { installPackages } from './apt.ts'
import { awaitOutput } from './await-output.ts'
import { endChild, startChild } from './child.ts'
import { onPath } from './on-path.ts'
import type { Service, ServiceOptions } from './service.ts'

const START_LIMIT_MS = 10_000

/**
 * The in-memory broker inside librdkafka, as Debian's kcat carries it. It forgets everything when it stops; any topic
 * appears with four partitions when it is first asked for; it knows neither `createTopics` nor transactions.
 */
export async function startKafkaStandIn(
  options: Pick<ServiceOptions, 'say'>,
): Promise<Service & { readonly pid: number }> {
  if (!onPath('kcat')) await installPackages(['kcat'], options.say)
  const program = onPath('kcat') ?? 'kcat'
  const mock = ['-C', '-t', '__keep-alive', '-b', 'nowhere:1', '-X', 'test.mock.num.brokers=1']
  const child = startChild([program, ...mock])
  const [, address] = await awaitOutput(child, /replaced with ([\d.:,]+)/, START_LIMIT_MS)
  return {
    name: 'kafka',
    address: address as string,
    provider: 'in-memory stand-in (kcat)',
    standIn: true,
    pid: child.pid as number,
    [Symbol.asyncDispose]: () => endChild(child, 'SIGTERM', 2_000),
  }
}
