/** Paths that lead back to where they began, each named once: `a → b → a`. */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (node: string, path: readonly string[]): void => {
    const seenAt = path.indexOf(node)
    if (seenAt >= 0) cycles.push([...path.slice(seenAt), node].join(' → '))
    if (seenAt >= 0 || done.has(node)) return
    for (const next of graph.get(node) ?? []) visit(next, [...path, node])
    done.add(node)
  }
  for (const node of graph.keys()) visit(node, [])
  return cycles
}
