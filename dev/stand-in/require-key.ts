import type { FastifyInstance } from 'fastify'
import { resellerOfKey } from './bearer-key.ts'
import { type AppOptions, refuse } from './http-app.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose key the request carries. */
    resellerId: string
  }
}

/** Lets only requests with a reseller's key through to this scope's routes; the reseller is the key's, never the body's. */
export function requireKey(app: FastifyInstance, service: AppOptions['service']): void {
  app.decorateRequest('resellerId', '')
  app.addHook('onRequest', async (request, reply) => {
    const resellerId = resellerOfKey(request.headers.authorization)
    if (resellerId === null) return refuse(reply, { refused: `${service}/unauthorized` })
    request.resellerId = resellerId
  })
}
