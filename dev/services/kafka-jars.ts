import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { onPath } from './on-path.ts'
import { run } from './run.ts'

const pom = join(import.meta.dirname, 'kafka', 'pom.xml')
const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies'
/** 45 jars, 43 MB, took 20 s; five minutes is a slow line. */
const DOWNLOAD_LIMIT_MS = 300_000
const CONNECT_LIMIT_MS = 10_000

/** Kafka's jars in a folder that all clones on this machine share, or why they cannot be had. */
export async function kafkaJars(say: (line: string) => void): Promise<{ folder: string } | { missing: string }> {
  const folder = join(cacheFolder(), `kafka-${pomHash()}`)
  if (existsSync(folder)) return { folder }
  const maven = onPath('mvn')
  if (!maven) return { missing: 'no Maven (mvn) to bring its jars' }
  say('downloading Apache Kafka by Maven (43 MB, once for this machine)')
  // Into a folder of this run's own and then in one step to its name: two clones may do this at the same time.
  const draft = `${folder}.${randomUUID()}`
  mkdirSync(draft, { recursive: true })
  const { status, output } = await run([maven, ...mavenArguments(draft)], { limitMs: DOWNLOAD_LIMIT_MS })
  if (status === 0) return { folder: moveInto(draft, folder) }
  rmSync(draft, { recursive: true, force: true })
  return { missing: `Maven could not bring its jars (${firstError(output)})` }
}

function cacheFolder(): string {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(base, 'marquee')
}

const pomHash = (): string => createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12)

function mavenArguments(target: string): string[] {
  const patience = [`-Daether.connector.connectTimeout=${CONNECT_LIMIT_MS}`, '-Dmaven.wagon.http.retryHandler.count=1']
  return ['-B', '-q', '-f', pom, ...patience, plugin, `-DoutputDirectory=${target}`, '-DincludeScope=runtime']
}

function moveInto(draft: string, folder: string): string {
  mkdirSync(dirname(folder), { recursive: true })
  try {
    renameSync(draft, folder)
  } catch {
    rmSync(draft, { recursive: true, force: true }) // another clone was first
  }
  return folder
}

const firstError = (output: string): string => /\[ERROR\] (.{0,160})/.exec(output)?.[1] ?? 'no reason given'
