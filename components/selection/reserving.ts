import type { UseMutationOptions } from '@tanstack/react-query'
import { intents } from '#components/api/intents.ts'
import { hasNotHappened, isRefusal } from '#components/api/problem-error.ts'
import type { ReceivedHold } from '#components/checkout/received-hold.ts'
import type { Item } from '#contracts/hold.ts'
import type { NewHold } from '#contracts/storefront.ts'

export interface ReservingParts {
  readonly ask: (body: NewHold, idempotencyKey: string) => Promise<ReceivedHold>
  /** The storefront was asked: what happens to these seats now is our own doing. */
  readonly onAsk: () => void
  readonly onHeld: (hold: ReceivedHold) => void
  /** It said no, or was not reached at all. Without an answer this is not called: the tickets may be reserved, and for us. */
  readonly onRefused: () => void
}

/** Reserving as a mutation. Asked again for the same after a lost answer, it is the same reservation. */
export function reserving(
  showId: string,
  { ask, onAsk, onHeld, onRefused }: ReservingParts,
): UseMutationOptions<ReceivedHold, Error, Item[]> {
  const intent = `hold ${showId}`
  return {
    mutationFn: (items) => ask({ showId, items }, intents.keyFor(intent, items)),
    onMutate: onAsk,
    onSuccess: (hold) => {
      intents.settle(intent)
      onHeld(hold)
    },
    onError: (error) => {
      // The choice stays as it is and keeps its key: our own hold, if there is one, looks like somebody else's.
      if (!hasNotHappened(error)) return
      // What was not sent may have been before a reload, under the same key.
      if (isRefusal(error)) intents.settle(intent)
      onRefused()
    },
  }
}
