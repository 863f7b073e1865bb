import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse } from '../../stand-in/http-app.ts'
import { toProblem } from '../../stand-in/problem.ts'
import type { SwitchBoard } from './switch-board.ts'

/** Applies the switches that make core slow, failing or silent, to everything under /v1. */
export function misbehave(app: FastifyInstance, switches: SwitchBoard): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/v1/')) return
    await hangWhileSwitched(request, switches)
    if (switches.now.latencyMs > 0) await delay(switches.now.latencyMs)
    if (Math.random() < switches.now.errorRate) return refuse(reply, { refused: 'core/unavailable' })
  })
  app.addHook('onSend', async (request, reply, payload) => {
    if (!request.url.startsWith('/v1/') || Math.random() >= switches.now.lostAnswerRate) return payload
    reply.code(500).type('application/problem+json')
    return JSON.stringify(toProblem({ refused: 'core/internal', detail: 'The answer was lost.' }))
  })
}

/** Waits for the switch, or for the caller to give up. */
async function hangWhileSwitched(request: FastifyRequest, switches: SwitchBoard): Promise<void> {
  if (!switches.now.hang) return
  const left = once(request.raw.socket, 'close')
  while (switches.now.hang && !request.raw.socket.destroyed) await Promise.race([switches.changed(), left])
}
