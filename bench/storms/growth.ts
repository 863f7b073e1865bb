import { byName, type Holdings } from '../herd/holding.ts'

/** What became of a tier between two moments at which it held the same viewers. */
export interface Growth {
  /**
   * Of the nodes together, or of the balancer, whichever grew more: viewers come back to whichever node has room, and take
   * their memory along. 10 is a tenth more.
   */
  readonly memoryPercent: number
  /** The farthest that any process is from where it was, up or down. */
  readonly descriptors: number
}

export function growthOf(before: Holdings, after: Holdings): Growth {
  const processes = byName(after)
  const apart = Object.entries(byName(before)).map(([name, then]) =>
    Math.abs((processes[name]?.otherDescriptors ?? Number.NaN) - then.otherDescriptors),
  )
  const grown = [memoryOfNodes(after) / memoryOfNodes(before), after.balancer.memoryMb / before.balancer.memoryMb]
  return { memoryPercent: (Math.max(...grown) - 1) * 100, descriptors: Math.max(...apart) }
}

const memoryOfNodes = ({ nodes }: Holdings): number => nodes.reduce((sum, { memoryMb }) => sum + memoryMb, 0)
