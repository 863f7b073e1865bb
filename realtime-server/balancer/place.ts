import type { RealtimeProblemType } from '#contracts/connection.ts'
import type { BalancerMetrics } from './balancer-metrics.ts'
import { type Answering, type DialFailure, dial } from './dial.ts'
import type { Roster } from './roster.ts'

/**
 * Three nodes that were silent, hung up or declined: with more than two in a row the fault is not theirs, and a viewer
 * does better to come again. Refused connections do not count: they take no time, and only the first viewer meets one.
 */
const MAX_DISAPPOINTMENTS = 3

/** A node that cannot take a viewer says so with 503; somebody else may still have room. */
const DECLINED = Buffer.from('HTTP/1.1 503')
/** Its problem's type when it lacks nothing but room: it holds as many as it may, or is stopping. */
const FULL: RealtimeProblemType = 'realtime/full'

/** Why no node serves a viewer: those that answered lack room · nobody can · the viewer went meanwhile. */
export type Unplaced = 'full' | 'unavailable' | 'gone'

/**
 * Finds a viewer a node that answers. As long as no byte of an answer has gone to the viewer another node can be tried;
 * one that failed is suspect from then on.
 */
export async function place(
  { roster, metrics }: { roster: Roster; metrics: BalancerMetrics },
  request: Buffer,
  signal: AbortSignal,
): Promise<Answering | Unplaced> {
  const tried = new Set<string>()
  const declined: Buffer[] = []
  for (let disappointments = 0; disappointments < MAX_DISAPPOINTMENTS; ) {
    const node = roster.choose(tried)
    if (node === null) break
    tried.add(node.id)
    const outcome = await dial(node.url, request, signal)
    if (outcome === 'gone') return outcome
    const failure = failureOf(outcome)
    if (failure === null) return outcome as Answering
    metrics.failures.inc({ reason: failure })
    if (failure !== 'refused') disappointments += 1
    if (typeof outcome === 'string') {
      roster.suspect(node)
      continue
    }
    declined.push(outcome.first)
    outcome.node.socket.destroy()
  }
  return whyUnplaced(declined)
}

/** @param declined the beginnings of all answers there were; nodes that said nothing leave the others' word as it is */
export const whyUnplaced = (declined: readonly Buffer[]): 'full' | 'unavailable' =>
  declined.length > 0 && declined.every((first) => first.includes(FULL)) ? 'full' : 'unavailable'

function failureOf(outcome: Answering | DialFailure): DialFailure | 'declined' | null {
  if (typeof outcome === 'string') return outcome
  return outcome.first.subarray(0, DECLINED.length).equals(DECLINED) ? 'declined' : null
}
