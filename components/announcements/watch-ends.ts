import type { ServerClock } from '#components/realtime/server-clock.ts'
import { watchMoments } from '#components/realtime/watch-moments.ts'
import type { Announcement } from '#contracts/storefront.ts'
import { firstEndMs, isOver } from './announcement-state.ts'

/** Says at once, and whenever one of them may be over, what time it is, as long as any of them ends. @returns how to stop */
export function watchEnds(
  all: readonly Announcement[],
  clock: Pick<ServerClock, 'now'>,
  tell: (nowMs: number) => void,
): () => void {
  if (firstEndMs(all) === null) return () => {}
  return watchMoments(clock, (nowMs) => {
    tell(nowMs)
    return firstEndMs(all.filter((one) => !isOver(one, nowMs))) ?? Number.POSITIVE_INFINITY
  })
}
