import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { CoreId } from '#contracts/ids.ts'
import { answer, readInput } from '../../stand-in/http-app.ts'
import { isRefusal } from '../../stand-in/outcome.ts'
import type { Core } from '../core.ts'
import { SellRequest, sellAtOnce } from '../sales/sell-at-once.ts'
import { changeShow, ShowChange } from '../shows/change-show.ts'
import { ShowRecord } from '../shows/show-record.ts'
import { listStored, storeShow } from '../shows/store-show.ts'
import { applySoldOut } from '../switches/sold-out.ts'
import { SwitchesChange } from '../switches/switch-board.ts'

/** A hall of 2,000 seats with its plan takes about 400 KB. */
const SHOW_LIMIT_BYTES = 4 * 1024 * 1024

const StoreQuery = z.object({ mode: z.enum(['replace', 'keep-upcoming']).default('replace') })

/** What only a stand-in has, without a key: its switches, its back office, and a sale at once. */
export function devRoutes(app: FastifyInstance, core: Core): void {
  app.get('/dev/switches', async () => core.switches.now)

  app.post('/dev/switches', async (request, reply) => {
    const change = readInput(SwitchesChange, request.body)
    if (isRefusal(change)) return answer(reply, change)
    core.switches.set(change.value)
    if (change.value.soldOut) await applySoldOut(core, change.value.soldOut)
    return core.switches.now
  })

  app.post('/dev/sell', async (request, reply) => {
    const sale = readInput(SellRequest, request.body)
    if (isRefusal(sale)) return answer(reply, sale)
    return answer(reply, await sellAtOnce(core, sale.value), 201)
  })

  app.get('/dev/shows', async () => listStored(core))

  app.patch<{ Params: { id: string } }>('/dev/shows/:id', async (request, reply) => {
    const change = readInput(ShowChange, request.body)
    if (isRefusal(change)) return answer(reply, change)
    return answer(reply, await changeShow(core, request.params.id, change.value))
  })

  app.put<{ Params: { id: string } }>('/dev/shows/:id', { bodyLimit: SHOW_LIMIT_BYTES }, async (request, reply) => {
    const query = readInput(StoreQuery, request.query)
    if (isRefusal(query)) return answer(reply, query)
    const record = readInput(ShowRecord.extend({ id: z.literal(request.params.id).and(CoreId) }), request.body)
    if (isRefusal(record)) return answer(reply, record)
    return answer(reply, { value: await storeShow(core, record.value, query.value.mode) })
  })
}
