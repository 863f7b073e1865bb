/** The entry at `from` stands at `to`; the others keep their order. */
export function moved<T>(entries: readonly T[], from: number, to: number): T[] {
  const rest = removed(entries, from)
  return from in entries ? [...rest.slice(0, to), entries[from] as T, ...rest.slice(to)] : rest
}

export const removed = <T>(entries: readonly T[], at: number): T[] => entries.filter((_, index) => index !== at)

/** A list as it is whenever this is called, with something about it changed. */
export type ListChange<T> = (entries: readonly T[]) => T[]

/**
 * Changes the entry that goes by `key`, wherever it stands by now: what takes a while, as an upload does, ends in a list
 * that was edited meanwhile.
 * @param keys of the entries, in their order
 * @returns null where that entry is gone, so that there is nothing to change
 */
export function changeOf<T, K>(keys: readonly K[], key: K, change: (entry: T) => T): ListChange<T> | null {
  const at = keys.indexOf(key)
  return at < 0 ? null : (entries) => entries.map((entry, index) => (index === at ? change(entry) : entry))
}

/** Where somebody goes on when the entry at `at` is gone: at the one that stands there now; null at the end, where one is added. */
export const nextTo = (at: number, left: number): number | null => (at < left ? at : null)
