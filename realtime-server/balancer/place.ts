import type { BalancerMetrics } from './balancer-metrics.ts'
import { type Answering, type DialFailure, dial } from './dial.ts'
import type { Roster } from './roster.ts'

/**
 * Three nodes that were silent, hung up or declined: with more than two in a row the fault is not theirs, and a viewer
 * does better to come again. Refused connections do not count: they take no time, and only the first viewer meets one.
 */
const MAX_DISAPPOINTMENTS = 3

/** A node that is full or draining says so with 503; somebody else may still have room. */
const DECLINED = Buffer.from('HTTP/1.1 503')

/**
 * Finds a viewer a node that answers. As long as no byte of an answer has gone to the viewer another node can be tried;
 * one that failed is suspect from then on.
 * @returns null when nobody answered, or the viewer went meanwhile
 */
export async function place(
  { roster, metrics }: { roster: Roster; metrics: BalancerMetrics },
  request: Buffer,
  signal: AbortSignal,
): Promise<Answering | null> {
  const tried = new Set<string>()
  for (let disappointments = 0; disappointments < MAX_DISAPPOINTMENTS; ) {
    const node = roster.choose(tried)
    if (node === null) return null
    tried.add(node.id)
    const outcome = await dial(node.url, request, signal)
    if (outcome === 'gone') return null
    const failure = failureOf(outcome)
    if (failure === null) return outcome as Answering
    metrics.failures.inc({ reason: failure })
    if (failure !== 'refused') disappointments += 1
    if (typeof outcome === 'string') roster.suspect(node)
    else outcome.node.socket.destroy()
  }
  return null
}

function failureOf(outcome: Answering | DialFailure): DialFailure | 'declined' | null {
  if (typeof outcome === 'string') return outcome
  return outcome.first.subarray(0, DECLINED.length).equals(DECLINED) ? 'declined' : null
}
