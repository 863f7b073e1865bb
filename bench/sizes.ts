/** Sizes of this run that are not those of a result worth keeping. */
export const changedSizes: string[] = []

/** How much of something: the environment may ask for another size, to try a bench out. */
export function sizeOf(name: string, full: number): number {
  const asked = process.env[name]
  if (asked === undefined || Number(asked) === full) return full
  changedSizes.push(`${name}=${asked}`)
  return Number(asked)
}
