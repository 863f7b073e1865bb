import { type StartedTestSystem, startTestSystem } from '#dev/test/start-test-system.ts'
import { findSystem, type TestSystem } from '#dev/test/system.ts'

/** The system that `node dev/test/keep-system.ts` keeps beside this, or one of the bench's own, which ends with it. */
export async function benchSystem(): Promise<AsyncDisposable & { readonly system: TestSystem }> {
  const system = findSystem()
  if (system) return { system, async [Symbol.asyncDispose]() {} }
  const own: StartedTestSystem = await startTestSystem(new AbortController().signal)
  return own
}
