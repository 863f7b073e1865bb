/** Sizes of this run that are not those of a result worth keeping. */
export const changedSizes: string[] = []

/** How much of something: the environment may ask for another size, to try a bench out. */
export function sizeOf(name: string, full: number): number {
  const asked = process.env[name]
  if (asked === undefined || Number(asked) === full) return full
  changedSizes.push(`${name}=${asked}`)
  return Number(asked)
}

/** How much of something, where more is worth keeping as well. */
export function sizeOfAtLeast(name: string, least: number): number {
  const asked = Number(process.env[name] ?? least)
  return asked > least ? asked : sizeOf(name, least)
}
