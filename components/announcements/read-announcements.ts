import { call } from '#components/api/call.ts'
import type { ServerClock } from '#components/realtime/server-clock.ts'
import type { Announcement, Announcements } from '#contracts/storefront.ts'

/** What is announced now. The answer tells the time as well: a visitor's clock that is wrong ends nothing. */
export async function readAnnouncements(
  clock: Pick<ServerClock, 'suggest'>,
  signal: AbortSignal,
): Promise<readonly Announcement[]> {
  const { items } = await call<Announcements>('/api/announcements', { signal, onDate: (at) => clock.suggest(at) })
  return items
}
