import { readFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { onPath } from '#dev/services/on-path.ts'
import { run } from '#dev/services/run.ts'
import { root } from '#dev/system/programs.ts'
import type { Result } from './result.ts'

/** What figures depend on. */
export function describeMachine(): Result['machine'] {
  const cores = cpus()
  return {
    cpu: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
  }
}

/** Processes that want a core, averaged over the last minute. */
export const loadNow = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100

const PACKAGES = ['better-sse', 'ioredis', 'kafkajs', 'socket.io', 'ws']
const DEBIAN = ['redis-server', 'rabbitmq-server', 'nginx-light', 'libnginx-mod-nchan']

/** Versions of whatever takes part in a bench, as far as they are here. */
export async function readVersions(): Promise<Record<string, string>> {
  return {
    node: process.versions.node,
    kafka: kafkaVersion(),
    ...Object.fromEntries(PACKAGES.map((name) => [name, packageVersion(name)])),
    ...(await debianVersions()),
  }
}

function packageVersion(name: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))
  return String(version)
}

/** As the jars are asked for, where Maven brings them. */
function kafkaVersion(): string {
  const pom = readFileSync(join(root, 'dev/services/kafka/pom.xml'), 'utf8')
  return /kafka_[^<]*<\/artifactId>\s*<version>([^<]+)/.exec(pom)?.[1] ?? 'unknown'
}

async function debianVersions(): Promise<Record<string, string>> {
  if (onPath('dpkg-query') === null) return {}
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own placeholders
  const { output } = await run(['dpkg-query', '-W', '-f', '${Package} ${Version}\n', ...DEBIAN])
  const known = output.split('\n').map((line) => line.split(' '))
  return Object.fromEntries(known.filter(([name, version]) => DEBIAN.includes(name ?? '') && version))
}
