import Fastify, { type FastifyInstance } from 'fastify'
import { z } from 'zod'
import { answerOps, type Ops } from '#platform/ops.ts'
import type { Mailbox, ReceivedMail } from './mailbox.ts'
import { listPage, mailPage } from './pages.ts'

const Query = z.object({ to: z.string().max(254).default('') })

/**
 * What was mailed, for people (`/`) and for tests (`GET /messages?to=`: `{items}`, newest first).
 * It listens on loopback only: whoever may look here may read everybody's mail.
 */
export function createApp(mailbox: Mailbox, ops: Ops): FastifyInstance {
  const app = Fastify({ forceCloseConnections: true })
  app.addHook('onRequest', async (request, reply) => {
    if (answerOps(ops, request.raw, reply.raw)) reply.hijack()
  })
  const mailsOf = (query: unknown) => {
    const to = Query.safeParse(query).data?.to ?? ''
    return { to, mails: mailbox.list(to === '' ? undefined : to) }
  }
  app.get('/messages', async ({ query }) => ({ items: mailsOf(query).mails }))
  app.get('/', async ({ query }, reply) => {
    const { mails, to } = mailsOf(query)
    return reply.type('text/html; charset=utf-8').send(listPage(mails, to))
  })
  app.get<{ Params: { id: string } }>('/mails/:id', async ({ params }, reply) => {
    const mail = mailbox.find(params.id)
    if (mail === null) return reply.code(404).send({ status: 'not found' })
    return reply.type('text/html; charset=utf-8').send(mailPage(mail))
  })
  app.get<{ Params: { id: string } }>('/mails/:id/html', async ({ params }, reply) => {
    const mail = mailbox.find(params.id)
    if (mail === null) return reply.code(404).send({ status: 'not found' })
    // A mail may be whatever somebody managed to put into it.
    return reply
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-top-navigation-by-user-activation") // biome-ignore format: one line
      .type('text/html; charset=utf-8')
      .send(withPictures(mail).replace(/<head>/i, '<head><base target="_top">'))
  })
  return app
}

/** As a mail program shows it: what travels with the mail where the mail names it. */
const withPictures = ({ html, pictures }: ReceivedMail): string =>
  html.replace(/cid:([^"'\s>]+)/g, (name, cid: string) => pictures[cid] ?? name)
