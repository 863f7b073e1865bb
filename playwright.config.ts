import { defineConfig } from '@playwright/test'
import { findSystem } from './dev/test/system.ts'

/** Tests kill and restart shared programs: one at a time. */
const WORKERS = 1

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/end-to-end',
  workers: WORKERS,
  // Long tours of all pages belong to commands of their own: npm run screenshots, npm run matrix.
  grepInvert: process.env.TOUR ? [] : [/@screenshots/, /@matrix/],
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    // BASE_URL tests any deployed address; tests tagged @system need the one that npm test or keep-system starts.
    baseURL: process.env.BASE_URL ?? findSystem()?.resellers.aurora,
    browserName: 'chromium',
    // What was done, asked and said, and how the page looked in the end. A copy of the page at every step took a quarter of a run's
    // time: `npx playwright test --trace on` has it for whoever looks into one story.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium,
      // Chromium's own sandbox cannot be had as root.
      chromiumSandbox: process.getuid?.() !== 0,
      // Nothing here should look for updates or talk to anybody but the system under test.
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
