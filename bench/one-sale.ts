import { randomUUID } from 'node:crypto'
import type { Outgoing } from '#realtime/dispatcher/outgoing.ts'

/** The stream of the bench's show of this number. */
export const showStream = (show: number): string => `public.show.bench-${show}`

/** Something was sold: what a dispatcher is about to tell the show's viewers, some 300 bytes. */
export function soldOn(show: number): Outgoing {
  const stream = showStream(show)
  const data = JSON.stringify({ stream, showId: `bench-${show}`, filler: 'x'.repeat(200) })
  return { eventId: randomUUID(), stream, interest: stream, event: 'ticket.sold', data }
}
