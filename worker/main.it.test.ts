import { once } from 'node:events'
import { expect, it } from 'vitest'
import { TOPICS } from '#contracts/topics.ts'
import { awaitOutput } from '#dev/services/await-output.ts'
import { endChild, startChild } from '#dev/services/child.ts'
import { freePort } from '#dev/services/free-ports.ts'
import { freshDatabase, testServices } from '#dev/test/services.ts'
import { openDatabase } from './database.ts'

const START_LIMIT_MS = 30_000
/** Nothing is mailed here, so nobody need be there. */
const mailVariables = {
  CORE_URL: 'http://127.0.0.1:9',
  CORE_KEYS: '{"*":"demo-{reseller}"}',
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_DOMAIN: 'mail.example',
  SITE_ADDRESS: 'https://{host}',
  ORDER_LINK_SECRET: 'a secret of at least 32 characters',
}
const argv = [process.execPath, 'worker/main.ts']

it('says how far behind it is, keeps ready while the reseller service is away, and stops when told', async () => {
  await using database = await freshDatabase()
  const port = await freePort()
  const child = startChild(argv, {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      KAFKA_BROKERS: testServices.kafkaBrokers,
      RESELLER_SERVICE_URL: 'http://127.0.0.1:9',
      RESELLER_SERVICE_KEYS: '{"*":"demo-{reseller}"}',
      ...mailVariables,
      OPS_PORT: `${port}`,
      HOST: '127.0.0.1',
    },
  })
  try {
    await awaitOutput(child, /"msg":"ready"/, START_LIMIT_MS)
    const response = await fetch(`http://127.0.0.1:${port}/readyz`)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ role: 'worker', ready: true, configLag: expect.any(Number) })
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    expect(metrics).toContain('marquee_config_events_total')
    expect(metrics).toContain('marquee_consumer_idle_seconds{role="worker"}')
    await expect.poll(() => workedTo(database.url), { timeout: START_LIMIT_MS }).toBeInstanceOf(Date)
    const exited = once(child, 'exit')
    child.kill('SIGTERM')
    expect(await exited).toEqual([0, null])
  } finally {
    await endChild(child, 'SIGKILL', 1_000)
  }
})

/** How far it has worked what is counted; undefined before it says so. */
async function workedTo(databaseUrl: string): Promise<Date | undefined> {
  await using database = openDatabase(databaseUrl)
  return (await database.workedTopic.findFirst({ where: { topic: TOPICS.coreOrders.name } }))?.workedTo
}

it('names everything that is missing from its environment, and ends', async () => {
  const child = startChild(argv, { env: { PATH: process.env.PATH } })
  const exited = once(child, 'exit')
  const [said] = await awaitOutput(child, /DATABASE_URL[\s\S]*OPS_PORT.*/, START_LIMIT_MS)
  for (const name of [
    'DATABASE_URL',
    'KAFKA_BROKERS',
    'RESELLER_SERVICE_URL',
    'OPS_PORT',
    ...Object.keys(mailVariables),
  ])
    expect(said).toContain(name)
  expect(await exited).toEqual([1, null])
})
