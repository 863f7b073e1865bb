/** Of each kind of thing that an export lists: few people have more, and nobody's export may fill a process's memory. */
export const LISTED_AT_MOST = 1_000

/**
 * A list for an export, under its name, and beside it whether it is complete: `{holds: [], holdsComplete: true}`.
 * @param newestFirst one more than `atMost`, if there are as many; they are listed oldest first
 */
export function boundedList<Name extends string, Row>(
  name: Name,
  newestFirst: readonly Row[],
  atMost = LISTED_AT_MOST,
): Record<Name, Row[]> & Record<`${Name}Complete`, boolean> {
  const list = { [name]: newestFirst.slice(0, atMost).reverse(), [`${name}Complete`]: newestFirst.length <= atMost }
  return list as ReturnType<typeof boundedList<Name, Row>>
}
