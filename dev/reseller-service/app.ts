import type { FastifyInstance } from 'fastify'
import type { Log } from '#platform/log.ts'
import type { Ops } from '#platform/ops.ts'
import { createHttpApp } from '../stand-in/http-app.ts'
import type { Sender } from '../stand-in/outbox-relay.ts'
import { requireKey } from '../stand-in/require-key.ts'
import { configRoutes } from './config-routes.ts'
import type { ConfigStore } from './config-store.ts'
import { devRoutes } from './dev-routes.ts'

export interface AppParts {
  readonly store: ConfigStore
  readonly sender: Sender
  readonly log: Log
  readonly ops: Ops
}

/** The reseller service's HTTP side. It listens nowhere: main.ts does, tests inject. */
export function createApp({ store, sender, log, ops }: AppParts): FastifyInstance {
  const app = createHttpApp({ service: 'reseller-service', log, ops })
  app.register(async (keyed) => {
    requireKey(keyed, 'reseller-service')
    configRoutes(keyed, store)
  })
  app.register(async (open) => {
    devRoutes(open, sender, store.topic)
  })
  return app
}
