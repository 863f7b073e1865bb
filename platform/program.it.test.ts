import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { awaitOutput } from '#dev/services/await-output.ts'
import { endChild, startChild } from '#dev/services/child.ts'

/* Real processes that get real signals: whether one ends, and how, is all that can be seen of it from outside. */

const SIGNALS = ['SIGINT', 'SIGTERM'] as const
/** Longer than any test: what ends before did not wait for it. */
const LONG_MS = 600_000
/** Soon enough for a test to see, and later than a busy machine takes to deliver a second signal. */
const SHORT_MS = 3_000

const resources = new Set<() => Promise<void>>()
afterEach(async () => {
  await Promise.all([...resources].map((end) => end()))
  resources.clear()
})

/** A program with this `start`, ready for signals when it has logged `here`. Its event loop never runs empty. */
async function program(start: string, stopLimitMs: number) {
  const source = `
    import { runProgram } from ${JSON.stringify(`${import.meta.dirname}/program.ts`)}
    setInterval(() => {}, 1_000)
    const forEver = () => new Promise(() => {})
    await runProgram('subject', async ({ log, resources, fail }) => { ${start} }, ${stopLimitMs})
  `
  const child = startChild([process.execPath, '--input-type=module', '--eval', source], {
    env: { ...process.env, LOG_LEVEL: 'info' },
  })
  resources.add(() => endChild(child, 'SIGKILL', 1_000))
  const exit = once(child, 'exit').then(([code, signal]) => code ?? signal)
  const said = (pattern: RegExp) => awaitOutput(child, pattern, 30_000)
  await said(/"msg":"here"/)
  return { child, exit, said }
}

const RUNNING = `log.info('here')`
const STARTING = `log.info('here'); await forEver()`
const HANGING_WHEN_CLOSED = `resources.defer(forEver); log.info('here')`

test.each(SIGNALS)('a program closes what it opened when %s comes, and has ended well', async (signal) => {
  const { child, exit, said } = await program(`resources.defer(() => log.info('closed')); ${RUNNING}`, LONG_MS)
  const closed = said(/"msg":"closed"/)
  child.kill(signal)
  await closed
  expect(await exit).toBe(0)
})

const PAIRS = SIGNALS.flatMap((first) => SIGNALS.map((second) => [first, second] as const))

test.each(PAIRS)('%s, and %s while it closes, end it at once', async (first, second) => {
  const { child, exit, said } = await program(HANGING_WHEN_CLOSED, LONG_MS)
  const stopping = said(/"msg":"stopping"/)
  child.kill(first)
  await stopping
  child.kill(second)
  expect(await exit).toBe(1)
})

test.each(PAIRS)('%s, and %s while it still starts, end it at once', async (first, second) => {
  const { child, exit, said } = await program(STARTING, LONG_MS)
  const stopping = said(/"msg":"stopping"/)
  child.kill(first)
  await stopping
  child.kill(second)
  expect(await exit).toBe(1)
})

test('closing that hangs is not waited for longer than the limit', async () => {
  const { child, exit } = await program(HANGING_WHEN_CLOSED, SHORT_MS)
  child.kill('SIGTERM')
  expect(await exit).toBe(1)
})

test('a start that hangs is not waited for longer than the limit, once a signal came', async () => {
  const { child, exit } = await program(STARTING, SHORT_MS)
  child.kill('SIGTERM')
  expect(await exit).toBe(1)
})

test('what was opened is closed when a signal comes before the start is over', async () => {
  const { child, exit, said } = await program(
    `const signal = new Promise((come) => process.once('SIGTERM', come))
     resources.defer(() => log.info('closed')); log.info('here'); await signal`,
    LONG_MS,
  )
  const closed = said(/"msg":"closed"/)
  child.kill('SIGTERM')
  await closed
  expect(await exit).toBe(0)
})

test('a program that fails closes, and has not ended well', async () => {
  const { exit } = await program(`${RUNNING}; fail(new Error('broken'))`, LONG_MS)
  expect(await exit).toBe(1)
})
