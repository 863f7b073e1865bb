import { type StartedTestSystem, startTestSystem } from '#dev/test/start-test-system.ts'
import { findSystem, type TestSystem } from '#dev/test/system.ts'

/** A system for a bench. */
export interface BenchSystem extends AsyncDisposable {
  readonly system: TestSystem
  /** A superuser's, for reading what PostgreSQL has counted. Of a system that is kept it is in POSTGRES_URL, or unknown. */
  readonly postgresUrl: string | undefined
}

/** The system that `npm run keep-system` keeps beside this, or one of the bench's own, which ends with it. */
export async function benchSystem(): Promise<BenchSystem> {
  const system = findSystem()
  if (system) return { system, postgresUrl: process.env.POSTGRES_URL, async [Symbol.asyncDispose]() {} }
  const own: StartedTestSystem = await startTestSystem(new AbortController().signal)
  const { postgresUrl } = own.services
  return { system: own.system, postgresUrl, [Symbol.asyncDispose]: () => own[Symbol.asyncDispose]() }
}
