/** The entry at `from` stands at `to`; the others keep their order. */
export function moved<T>(entries: readonly T[], from: number, to: number): T[] {
  const rest = removed(entries, from)
  return from in entries ? [...rest.slice(0, to), entries[from] as T, ...rest.slice(to)] : rest
}

export const removed = <T>(entries: readonly T[], at: number): T[] => entries.filter((_, index) => index !== at)

export const replaced = <T>(entries: readonly T[], at: number, entry: T): T[] =>
  entries.map((old, index) => (index === at ? entry : old))

/** Where somebody goes on when the entry at `at` is gone: at the one that stands there now; null at the end, where one is added. */
export const nextTo = (at: number, left: number): number | null => (at < left ? at : null)
