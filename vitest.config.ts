import { defineConfig } from 'vitest/config'

/** Integration tests wait for real servers; one that hangs should not hold up the run for longer than this. */
const INTEGRATION_TIMEOUT_MS = 60_000

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
        },
      },
    ],
  },
})
