import { canInstall, installPackages } from './apt.ts'
import { ClearLine } from './clear-line.ts'
import { startKafka } from './kafka.ts'
import { kafkaJars } from './kafka-jars.ts'
import { startKafkaStandIn } from './kafka-stand-in.ts'
import { onPath } from './on-path.ts'
import type { KafkaWish } from './provider.ts'
import { run } from './run.ts'
import type { Service, ServiceOptions } from './service.ts'

const OLDEST_JAVA = 17

/**
 * Real Kafka where Java and Maven can bring it, otherwise the in-memory stand-in, saying why.
 * @param options.port for a test that kills it, a port to come back on; the stand-in has nothing to come back with
 */
export async function startNativeKafka(
  wish: KafkaWish,
  options: ServiceOptions & { readonly port?: number },
): Promise<Service & { readonly pid: number }> {
  if (wish === 'mock') return startKafkaStandIn(options)
  const parts = await kafkaParts(options.say)
  if ('java' in parts) return startKafka({ ...options, ...parts })
  if (wish === 'real')
    throw new ClearLine(`KAFKA=real, but ${parts.missing}. Install Java 17 and Maven, or name brokers in KAFKA_BROKERS`)
  options.say(`no real Kafka: ${parts.missing}; using the in-memory stand-in`)
  return startKafkaStandIn(options)
}

async function kafkaParts(say: (line: string) => void): Promise<{ java: string; jars: string } | { missing: string }> {
  if (!(await suitableJava()) || !onPath('mvn')) await bringJava(say)
  const java = await suitableJava()
  if (!java) return { missing: `no Java ${OLDEST_JAVA} or newer` }
  const jars = await kafkaJars(say)
  return 'folder' in jars ? { java, jars: jars.folder } : jars
}

async function bringJava(say: (line: string) => void): Promise<void> {
  if (!canInstall()) return
  try {
    await installPackages(['maven', 'default-jre-headless'], say)
  } catch (error) {
    say(`${error instanceof Error ? error.message : error}`)
  }
}

async function suitableJava(): Promise<string | null> {
  const java = onPath('java')
  if (!java) return null
  const { output } = await run([java, '-version'])
  return javaMajor(output) >= OLDEST_JAVA ? java : null
}

/** The major version in what `java -version` prints: 17 of `openjdk version "17.0.15"`, 8 of `"1.8.0_402"`; 0 if unreadable. */
export function javaMajor(output: string): number {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(output) ?? []
  return Number(first === '1' ? second : first) || 0
}
