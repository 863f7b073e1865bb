import { readFileSync } from 'node:fs'

/** What is left to Redis, the bus, the ear and files: a node that has none for these cannot even connect anew. */
const OWN_DESCRIPTORS = 40
/**
 * Sockets besides those of viewers. While Redis hangs a change of streams waits for 1.5 s (CHANGE_MS), so these are 1,100
 * changes a second, each of 18,000 viewers turning a page every quarter of a minute, and 150 for probes, metrics, preflights
 * and who is told that there is no room. Answered sockets close, so none of them is idle. Of 20,000 descriptors they leave
 * 18,160 to viewers: two of three nodes at the autoscaler's 12,000 can still take those of the third.
 */
export const SPARE_SOCKETS = 1_800
/** Where descriptors are few, on a desk with 1,024, one in so many is spare. */
const SPARE_PART = 10

/** How many viewers a node takes, and how many sockets it has with those of others. */
export interface SocketRoom {
  readonly viewers: number
  readonly sockets: number
}

/**
 * Sockets beyond the room are closed unread, a kubelet's probe like anybody's, and a node that seems dead loses all its
 * viewers. So where descriptors do not suffice for both it is viewers that are fewer: who is refused is told where to go.
 * @param wanted viewers, where descriptors allow them
 * @param descriptors of this process, see {@link openFilesAllowed}
 */
export function socketRoom(wanted: number, descriptors: number): SocketRoom {
  const spare = Math.min(SPARE_SOCKETS, Math.floor(descriptors / SPARE_PART))
  const viewers = Math.max(1, Math.min(wanted, descriptors - OWN_DESCRIPTORS - spare))
  return { viewers, sockets: viewers + spare }
}

/** Where Linux says what a process may have; elsewhere there is none. */
export const OWN_LIMITS = '/proc/self/limits'

/** The soft limit of descriptors in such a file's text; Infinity where it has none. */
export function openFilesIn(limits: string): number {
  const [, soft] = /^Max open files +(\d+) /m.exec(limits) ?? []
  return soft === undefined ? Number.POSITIVE_INFINITY : Number(soft)
}

/**
 * Descriptors that this process may have; Node has raised them to the hard limit. Infinity where nobody says so.
 * Not from Node's own report: for that it asks DNS for the name of every peer, and with a slow one all stands still for seconds.
 */
export function openFilesAllowed(): number {
  try {
    return openFilesIn(readFileSync(OWN_LIMITS, 'utf8'))
  } catch {
    return Number.POSITIVE_INFINITY
  }
}
