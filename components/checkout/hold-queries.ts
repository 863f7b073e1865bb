import { call } from '#components/api/call.ts'
import { askIfOnline } from '#components/live/not-sent-error.ts'
import type { HoldView, NewHold } from '#contracts/storefront.ts'
import { type ReceivedHold, received } from './received-hold.ts'

export const holdKey = (holdId: string) => ['hold', holdId] as const

const address = (holdId: string) => `/api/holds/${encodeURIComponent(holdId)}`

/** Each answer is stamped with the local time it stands for, so that what is left of the hold can be told later. */
async function stamped(ask: () => Promise<HoldView>): Promise<ReceivedHold> {
  const askedAtMs = Date.now()
  const hold = await ask()
  return received(hold, askedAtMs, Date.now())
}

export const readHold = (holdId: string, signal?: AbortSignal): Promise<ReceivedHold> =>
  stamped(() => call<HoldView>(address(holdId), signal ? { signal } : {}))

export const createHold = (body: NewHold, idempotencyKey: string): Promise<ReceivedHold> =>
  stamped(() => call<HoldView>('/api/holds', { method: 'POST', body, idempotencyKey }))

/** @throws NotSentError too */
export const extendHold = (holdId: string): Promise<ReceivedHold> =>
  stamped(() => askIfOnline(() => call<HoldView>(`${address(holdId)}/extend`, { method: 'POST' })))

/** @throws NotSentError too */
export const releaseHold = (holdId: string): Promise<void> =>
  askIfOnline(() => call<void>(address(holdId), { method: 'DELETE' }))
