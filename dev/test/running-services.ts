import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Services } from '../services/all.ts'

export interface TestServices {
  /** A superuser's. Tests take `freshDatabase()` instead. */
  readonly postgresUrl: string
  /** Without a database number. Tests take `freshRedis()` instead. */
  readonly redisUrl: string
  readonly kafkaBrokers: string
  readonly kafkaProvider: 'real' | 'stand-in'
}

/** How running servers are handed from whoever started them to the tests: as JSON in this variable. */
export const TEST_SERVICES = 'TEST_SERVICES'

/** Where keep-services.ts leaves a note for test runs in this folder. */
const noteFile = join(import.meta.dirname, '../../.data/test-services.json')

export function describeServices({ postgres, redis, kafka }: Services): TestServices {
  return {
    postgresUrl: postgres.address,
    redisUrl: redis.address,
    kafkaBrokers: kafka.address,
    kafkaProvider: kafka.standIn ? 'stand-in' : 'real',
  }
}

export function readTestServices(): TestServices {
  const json = process.env[TEST_SERVICES]
  if (!json) throw new Error('no servers for integration tests: run them by vitest, project "integration"')
  return JSON.parse(json) as TestServices
}

export function leaveNote(services: TestServices): Disposable {
  mkdirSync(dirname(noteFile), { recursive: true })
  writeFileSync(noteFile, JSON.stringify({ pid: process.pid, services }))
  return { [Symbol.dispose]: () => rmSync(noteFile, { force: true }) }
}

/** The servers that a living keep-services.ts offers, or null. */
export function readNote(): TestServices | null {
  try {
    const { pid, services } = JSON.parse(readFileSync(noteFile, 'utf8')) as { pid: number; services: TestServices }
    process.kill(pid, 0)
    return services
  } catch {
    return null
  }
}
