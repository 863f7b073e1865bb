import type { FastifyInstance } from 'fastify'
import type { Ops } from '#platform/ops.ts'
import { createHttpApp } from '../stand-in/http-app.ts'
import { requireKey } from '../stand-in/require-key.ts'
import type { ArtworkStore } from './artwork-store.ts'
import type { Core } from './core.ts'
import { artworkRoutes } from './routes/artwork-routes.ts'
import { bankRoutes } from './routes/bank-routes.ts'
import { devRoutes } from './routes/dev-routes.ts'
import { holdRoutes } from './routes/hold-routes.ts'
import { orderRoutes } from './routes/order-routes.ts'
import { showRoutes } from './routes/show-routes.ts'
import { misbehave } from './switches/misbehave.ts'

/** Core's HTTP side. It listens nowhere: main.ts does, tests inject. */
export function createApp(core: Core, artworks: ArtworkStore, ops: Ops): FastifyInstance {
  const app = createHttpApp({ service: 'core', log: core.log, ops })
  misbehave(app, core.switches)
  app.register(async (keyed) => {
    requireKey(keyed, 'core')
    showRoutes(keyed, core)
    holdRoutes(keyed, core)
    orderRoutes(keyed, core)
  })
  app.register(async (open) => {
    artworkRoutes(open, artworks)
    bankRoutes(open, core)
    devRoutes(open, core)
  })
  return app
}
