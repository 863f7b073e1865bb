import { z } from 'zod'
import { LogLevelVariable, PortVariable, readEnvironment } from '#platform/environment.ts'
import { createMetrics } from '#platform/ops.ts'
import { runProgram } from '#platform/program.ts'
import { createApp } from './app.ts'
import { Mailbox } from './mailbox.ts'
import { listenSmtp } from './smtp.ts'

const Environment = z.object({
  PORT: PortVariable.default(4300),
  SMTP_PORT: PortVariable.default(4325),
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: LogLevelVariable,
})

/** Stands in for a mail server: takes every mail, sends none, and shows them on a page. */
await runProgram('mail', async ({ log, resources }) => {
  const { PORT, SMTP_PORT, HOST, LOG_LEVEL } = readEnvironment(Environment)
  log.level = LOG_LEVEL
  const mailbox = new Mailbox()
  const smtp = resources.use(await listenSmtp(mailbox, SMTP_PORT, HOST))
  const ops = {
    role: 'mail',
    id: `mail-${process.pid}`,
    metrics: createMetrics('mail'),
    readiness: () => ({ ready: true }),
  }
  const app = createApp(mailbox, ops)
  resources.defer(() => app.close())
  const address = await app.listen({ port: PORT, host: HOST })
  log.info({ address, smtpPort: smtp.port }, 'ready')
})
