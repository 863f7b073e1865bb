import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { Log } from '#platform/log.ts'
import { answerOps, type Ops } from '#platform/ops.ts'
import { findUncleanText } from './clean-text.ts'
import { isRefusal, type Outcome, type Refusal } from './outcome.ts'
import { faultyFields, toProblem } from './problem.ts'

/** A request body that no honest caller exceeds: a configuration has 500 KB, twenty items of a hundred seat ids 130 KB. */
const BODY_LIMIT_BYTES = 544 * 1024

export interface AppOptions {
  /** The first part of its problem types. */
  readonly service: 'core' | 'reseller-service'
  readonly log: Log
  readonly ops: Ops
}

/** A Fastify app as both stand-ins need it: every answer that is not a success is a problem document. */
export function createHttpApp({ service, log, ops }: AppOptions): FastifyInstance {
  const invalid: Refusal['refused'] = `${service}/invalid-request`
  const app = Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    routerOptions: { maxParamLength: 200 },
    // A stand-in that is told to stop does not wait for callers that hang, or keep connections for later.
    forceCloseConnections: true,
    // What the router itself cannot read, such as a broken percent sign.
    frameworkErrors: (error, _request, reply) => void refuse(reply, { refused: invalid, detail: error.message }),
  })

  app.addHook('onRequest', async (request, reply) => {
    if (answerOps(ops, request.raw, reply.raw)) reply.hijack()
  })
  app.addHook('preValidation', async (request, reply) => {
    for (const part of [request.body, request.query, request.params]) {
      const path = findUncleanText(part)
      if (path === null) continue
      return refuse(reply, { refused: invalid, fields: [{ path, message: 'holds text that is not valid Unicode' }] })
    }
  })
  acceptEmptyBodies(app)
  app.setNotFoundHandler((_request, reply) => refuse(reply, { refused: `${service}/not-found` }))
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500
    if (status < 500) return refuse(reply, { refused: invalid, detail: error.message })
    log.error({ err: error, url: request.url }, 'a request failed')
    return refuse(reply, { refused: `${service}/internal` })
  })
  return app
}

/** `POST …/extend` has nothing to say; clients that send `content-type: application/json` with no body are right too. */
function acceptEmptyBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else void parse(request, body as string, done)
  })
}

export function refuse(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const problem = toProblem(refusal)
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}

/** Sends what came of a request: the value with `status`, or the problem. */
export function answer(reply: FastifyReply, outcome: Outcome<unknown>, status = 200): FastifyReply {
  if (isRefusal(outcome)) return refuse(reply, outcome)
  if (status === 204) return reply.code(204).send()
  return reply.code(status).type('application/json').send(JSON.stringify(outcome.value))
}

/** A part of a request, parsed, or the refusal that names its faulty fields. */
export function readInput<T extends z.ZodType>(
  schema: T,
  input: unknown,
  service: AppOptions['service'] = 'core',
): Outcome<z.infer<T>> {
  const result = schema.safeParse(input)
  if (result.success) return { value: result.data }
  return { refused: `${service}/invalid-request`, fields: faultyFields(result.error) }
}
