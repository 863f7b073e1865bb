/** Often enough to be seen by who looks, and what fails twice a second fills no disk. */
const EVERY_MS = 10_000
/** Things remembered at once; more than that fail only when all do, and then they are told of anew. */
const REMEMBERED_LIMIT = 1_000

/** Tells the same thing once in ten seconds, however often it is asked to. */
export function nowAndThen(now: () => number = () => performance.now()) {
  const toldAt = new Map<string, number>()
  return (what: string, tell: () => void): void => {
    const last = toldAt.get(what)
    if (last !== undefined && now() - last < EVERY_MS) return
    if (toldAt.size >= REMEMBERED_LIMIT) toldAt.clear()
    toldAt.set(what, now())
    tell()
  }
}
