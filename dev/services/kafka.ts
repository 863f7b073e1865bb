import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { awaitOutput } from './await-output.ts'
import { endChild, startChild } from './child.ts'
import { ClearLine } from './clear-line.ts'
import { freePorts } from './free-ports.ts'
import { kafkaSettings } from './kafka-settings.ts'
import { lastLine, run } from './run.ts'
import type { Service, ServiceOptions } from './service.ts'

/** Two seconds on an idle machine; a busy one that replays its log takes longer. */
const START_LIMIT_MS = 90_000
/** Any fixed id will do: there is one cluster per folder, and it talks to nobody else. */
const CLUSTER_ID = 'bWFycXVlZS1kZXYtMDAwMA'

export interface KafkaOptions extends ServiceOptions {
  /** The folder of jars that `kafkaJars` found. */
  readonly jars: string
  readonly java: string
  readonly port?: number
}

/** One real Apache Kafka broker that is its own controller. Topics are made by `createTopics`. */
export async function startKafka(options: KafkaOptions): Promise<Service & { readonly pid: number }> {
  const [free, controller] = (await freePorts(2)) as [number, number]
  const broker = options.port ?? free
  const dataDir = resolve(options.dataDir)
  mkdirSync(dataDir, { recursive: true })
  const settings = join(dataDir, 'server.properties')
  writeFileSync(settings, kafkaSettings({ broker, controller }, join(dataDir, 'log')))
  if (!existsSync(join(dataDir, 'log', 'meta.properties'))) await format(options, settings)
  const child = startChild(javaCommand(options, 'kafka.Kafka', settings), { lastSignal: 'TERM' })
  await awaitOutput(child, /Kafka Server started/, START_LIMIT_MS)
  return {
    name: 'kafka',
    address: `127.0.0.1:${broker}`,
    provider: 'real Apache Kafka, native (Java, jars by Maven)',
    pid: child.pid as number,
    [Symbol.asyncDispose]: () => endChild(child, 'SIGTERM', 20_000),
  }
}

async function format(options: KafkaOptions, settings: string): Promise<void> {
  const argv = javaCommand(options, 'kafka.tools.StorageTool', 'format', '-t', CLUSTER_ID, '-c', settings)
  const { status, output } = await run(argv)
  if (status !== 0) throw new ClearLine(`Kafka cannot make its files in ${options.dataDir}: ${lastLine(output)}`)
}

/** Serial collector and first-tier compiler: a development broker starts in half the time and stays below 512 MB. */
function javaCommand(options: KafkaOptions, mainClass: string, ...args: string[]): string[] {
  const tuning = ['-Xms128m', '-Xmx384m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']
  return [options.java, ...tuning, '-cp', join(options.jars, '*'), mainClass, ...args]
}
