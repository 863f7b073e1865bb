import type { ServerClock } from '#components/realtime/server-clock.ts'
import type { Announcement } from '#contracts/storefront.ts'
import { firstEndMs, isOver } from './announcement-state.ts'

/** The clock may have been set meanwhile, by a message or after sleep; a look a minute costs nothing. */
const LONGEST_WAIT_MS = 60_000

/** Says at once, and whenever one of them may be over, what time it is, as long as any of them ends. @returns how to stop */
export function watchEnds(
  all: readonly Announcement[],
  clock: Pick<ServerClock, 'now'>,
  tell: (nowMs: number) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout>
  const look = () => {
    const nowMs = clock.now()
    tell(nowMs)
    const endMs = firstEndMs(all.filter((one) => !isOver(one, nowMs))) ?? Number.POSITIVE_INFINITY
    timer = setTimeout(look, Math.min(LONGEST_WAIT_MS, endMs - nowMs))
  }
  if (firstEndMs(all) !== null) look()
  return () => clearTimeout(timer)
}
