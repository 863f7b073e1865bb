import { call } from '#components/api/call.ts'
import { send } from '#components/api/send.ts'
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
  stamped(() => send<HoldView>('/api/holds', { method: 'POST', body, idempotencyKey }))

export const extendHold = (holdId: string): Promise<ReceivedHold> =>
  stamped(() => send<HoldView>(`${address(holdId)}/extend`, { method: 'POST' }))

export const releaseHold = (holdId: string): Promise<void> => send<void>(address(holdId), { method: 'DELETE' })
