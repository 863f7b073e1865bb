import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Identity } from './identity.ts'
import { TIMINGS } from './timings.ts'

beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000 }))
afterEach(() => void vi.useRealTimers())

/** A session route that answers with these statuses in turn, the last one for ever. */
function identityOf(statuses: number[]) {
  const asked = vi.fn(async () => {
    const status = statuses.length > 1 ? statuses.shift() : statuses[0]
    const times = { serverNow: new Date(0).toISOString(), expiresAt: new Date(600_000).toISOString() }
    return status === 200 ? Response.json(times) : new Response(null, { status: status ?? 500 })
  })
  const onRenewed = vi.fn()
  const options = { fetch: asked, random: () => 0.5, timings: TIMINGS, sessionUrl: 'http://shop/session', onRenewed }
  return { identity: new Identity(options), asked, onRenewed }
}

test('asks again after a failure, and tells when it got a cookie', async () => {
  const { identity, asked, onRenewed } = identityOf([503, 200])
  identity.keep(true)
  expect(await identity.ensure()).toBe(false)
  await vi.advanceTimersByTimeAsync(TIMINGS.backoffCapMs)
  expect(asked).toHaveBeenCalledTimes(2)
  expect(onRenewed).toHaveBeenCalledOnce()
})

test('asks again even when its timer rings before the clock says so', async () => {
  const { identity, asked } = identityOf([503, 200])
  identity.keep(true)
  await identity.ensure()
  vi.setSystemTime(Date.now() - 1) // as after a fraction that the timer dropped
  await vi.advanceTimersByTimeAsync(TIMINGS.backoffCapMs)
  expect(asked).toHaveBeenCalledTimes(2)
})

test('renews nothing when nobody needs it any more', async () => {
  const { identity, asked } = identityOf([200])
  identity.keep(true)
  await identity.ensure()
  identity.keep(false)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(asked).toHaveBeenCalledOnce()
})
