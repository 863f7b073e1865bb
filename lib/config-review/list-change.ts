/** What became of one entry of an ordered list without ids. */
export type ListChange<T> =
  | { readonly what: 'added'; readonly now: T }
  | { readonly what: 'removed'; readonly was: T }
  | { readonly what: 'moved' | 'changed'; readonly was: T; readonly now: T; readonly to: number }

/**
 * What changed from one list to another, as a person would tell it. Entries are recognised by `likeness`, the
 * surest sign first: two with the same text under the first are the same; what is left is compared by the next.
 * Moved are as few as possible: the rest keep their order among each other. `to` counts from 1.
 */
export function listChanges<T>(
  before: readonly T[],
  after: readonly T[],
  likeness: readonly ((entry: T) => string)[],
): ListChange<T>[] {
  const partner = matchUp(before, after, likeness)
  const kept = [...partner.keys()].sort((a, b) => a - b)
  const still = longestRise(kept.map((now) => partner.get(now) ?? 0))
  const moved = new Set(kept.filter((now) => !still.has(partner.get(now) ?? 0)))
  const usedBefore = new Set(partner.values())
  const [same] = likeness
  return [
    ...before.flatMap((was, at): ListChange<T>[] => (usedBefore.has(at) ? [] : [{ what: 'removed', was }])),
    ...after.flatMap((now, at): ListChange<T>[] => {
      const from = partner.get(at)
      if (from === undefined) return [{ what: 'added', now }]
      const was = before[from] as T
      return [
        ...(same && same(was) !== same(now) ? [{ what: 'changed' as const, was, now, to: at + 1 }] : []),
        ...(moved.has(at) ? [{ what: 'moved' as const, was, now, to: at + 1 }] : []),
      ]
    }),
  ]
}

/** Position after → position before, of all that are recognised. */
function matchUp<T>(before: readonly T[], after: readonly T[], likeness: readonly ((entry: T) => string)[]) {
  const partner = new Map<number, number>()
  const taken = new Set<number>()
  for (const sign of likeness) {
    after.forEach((now, at) => {
      if (partner.has(at)) return
      const from = before.findIndex((was, index) => !taken.has(index) && sign(was) === sign(now))
      if (from < 0) return
      partner.set(at, from)
      taken.add(from)
    })
  }
  return partner
}

/** The numbers of one longest rising run. Lists here have at most sixteen entries, so squares are fine. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const runs: number[][] = []
  for (const number of numbers) {
    const before = runs.filter((run) => (run.at(-1) ?? -1) < number)
    const longest = before.reduce<number[]>((best, run) => (run.length > best.length ? run : best), [])
    runs.push([...longest, number])
  }
  return new Set(runs.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []))
}
