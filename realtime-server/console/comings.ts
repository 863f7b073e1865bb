import type { NodeInfo } from '../registry/registry.ts'

/** Something that happened to a node. */
export interface Coming {
  readonly at: string
  readonly node: string
  readonly what: 'came' | 'is ready' | 'drains' | 'left' | 'went without a drain'
}

/**
 * What happened between two looks at the registry. A node that was seen to drain has left; any other died, or had nobody to
 * drain.
 */
export function comingsBetween(before: readonly NodeInfo[], now: readonly NodeInfo[], at: string): Coming[] {
  const [old, live] = [new Map(before.map((node) => [node.id, node])), new Map(now.map((node) => [node.id, node]))]
  const changed = now.flatMap(({ id, state }) => {
    const known = old.get(id)
    if (known?.state === state) return []
    const what = state === 'ready' ? 'is ready' : state === 'draining' ? 'drains' : 'came'
    return [{ at, node: id, what } as const]
  })
  const gone = before
    .filter(({ id }) => !live.has(id))
    .map(({ id, state }) => ({ at, node: id, what: state === 'draining' ? 'left' : 'went without a drain' }) as const)
  return [...changed, ...gone]
}
