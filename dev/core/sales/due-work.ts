import { setTimeout as delay } from 'node:timers/promises'
import type { Core } from '../core.ts'
import { expireHold } from './end-hold.ts'
import { forgetOldKeys } from './idempotency.ts'
import { settleOrder } from './payment.ts'

/** Holds are back, and payments decided, within this time of being due; a second is what we promise. */
const LOOK_EVERY_MS = 100
/** Works on this many at once: half of the pool, the rest is for requests. */
const AT_ONCE = 8
const FORGET_EVERY_MS = 3_600_000

const DUE_HOLDS = `SELECT id FROM hold WHERE status = 'active' AND expires_at <= clock_timestamp() ORDER BY expires_at LIMIT 200`
const DUE_ORDERS = `SELECT id FROM orders WHERE status = 'pending_payment' AND settle_at <= clock_timestamp() ORDER BY settle_at LIMIT 200`

/** Lets holds expire and payments settle when their time by the database's clock has come. What a stopped core missed is done at its start. */
export function startDueWork(core: Core): AsyncDisposable {
  const stop = new AbortController()
  const running = workUntil(core, stop.signal)
  return {
    async [Symbol.asyncDispose]() {
      stop.abort()
      await running
    },
  }
}

async function workUntil(core: Core, stop: AbortSignal): Promise<void> {
  let forgottenAt = 0
  while (!stop.aborted) {
    try {
      await doDueWork(core)
      if (Date.now() - forgottenAt > FORGET_EVERY_MS) {
        await forgetOldKeys(core.pool)
        forgottenAt = Date.now()
      }
    } catch (error) {
      core.log.warn({ err: error }, 'due holds and payments wait')
    }
    await delay(LOOK_EVERY_MS, undefined, { signal: stop }).catch(() => {})
  }
}

/** One look: everything that is due now. */
export async function doDueWork(core: Core): Promise<void> {
  await forEachDue(core, DUE_HOLDS, (id) => expireHold(core, id))
  await forEachDue(core, DUE_ORDERS, (id) => settleOrder(core, id))
}

async function forEachDue(core: Core, query: string, work: (id: string) => Promise<unknown>): Promise<void> {
  const { rows } = await core.pool.query<{ id: string }>(query)
  const rest = rows.values()
  const worker = async () => {
    for (const { id } of rest) await work(id)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}
