import { defineConfig } from 'vitest/config'

/** Integration tests wait for real servers; one that hangs should not hold up the run for longer than this. */
const INTEGRATION_TIMEOUT_MS = 60_000

/**
 * What a test waits for comes in milliseconds, and in seconds where cores are shared: a wait in vain is all that this
 * prolongs. Well below a test's own limit, so that it is told what did not come.
 */
const POLL_TIMEOUT_MS = 15_000

/** Seconds at most on an idle machine; thousands of generated cases take longer where cores are shared. */
const UNIT_TIMEOUT_MS = 30_000

const ignored = ['**/node_modules/**', '.next/**', '.data/**', 'e2e/**']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx,mjs}'],
          exclude: [...ignored, '**/*.it.test.{ts,mjs}'],
          environment: 'node',
          // They leave nothing behind. Loading everything anew for each of three hundred files was half of their time.
          isolate: false,
          testTimeout: UNIT_TIMEOUT_MS,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['**/*.it.test.{ts,mjs}'],
          exclude: ignored,
          environment: 'node',
          globalSetup: ['dev/test/global-services.ts'],
          testTimeout: INTEGRATION_TIMEOUT_MS,
          hookTimeout: INTEGRATION_TIMEOUT_MS,
          expect: { poll: { timeout: POLL_TIMEOUT_MS } },
        },
      },
    ],
  },
})
