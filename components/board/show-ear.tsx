'use client'

import type { StreamMessage } from '#components/realtime/client-message.ts'
import { useStream } from '#components/realtime/use-stream.ts'

/** Follows a show's stream for the board, without being one of the show's viewers: staff look at figures, not at it. */
export function ShowEar({ showId, hear }: { readonly showId: string; hear(message: StreamMessage): void }) {
  useStream(`public.show.${showId}`, { onMessage: hear })
  return null
}
