import type { NodeInfo, NodeState } from '../registry/registry.ts'

/**
 * In this order: nodes that take viewers; when there is none, those that will soon (better a slow start than none);
 * and those on their way out only when they are all there is.
 */
const PREFERENCE: readonly NodeState[] = ['ready', 'starting', 'draining']

/**
 * Picks the node for the next viewer: the less loaded of two drawn at random. Taking the least loaded of all would
 * send every balancer's viewers to the same node until the next beat; two at random spread almost as evenly without.
 *
 * A node that has just started is always the less loaded one, and would be given every viewer that draws it. So it wins
 * only as often as its share is of the other's: two that start together are equals.
 * @param nodes live nodes that nothing speaks against
 * @param pending viewers sent to a node that its last known count may not contain
 * @param random uniform in [0, 1)
 * @param share the part of its share that a node may have, in (0, 1], see `slow-start.ts`
 * @returns null when there is no node
 */
export function choose(
  nodes: readonly NodeInfo[],
  pending: (nodeId: string) => number,
  random: () => number,
  share: (nodeId: string) => number = () => 1,
): NodeInfo | null {
  const candidates = preferred(nodes)
  const first = Math.floor(random() * candidates.length)
  const a = candidates[first]
  if (a === undefined) return null
  const others = candidates.toSpliced(first, 1)
  const b = others[Math.floor(random() * others.length)] ?? a
  const load = (node: NodeInfo) => node.connections + pending(node.id)
  const [lighter, heavier] = load(b) < load(a) ? [b, a] : [a, b]
  const chance = share(lighter.id) / share(heavier.id)
  return chance >= 1 || random() < chance ? lighter : heavier
}

/** The nodes of the best state that any of them is in. */
function preferred(nodes: readonly NodeInfo[]): readonly NodeInfo[] {
  for (const state of PREFERENCE) {
    const those = nodes.filter((node) => node.state === state)
    if (those.length > 0) return those
  }
  return []
}
