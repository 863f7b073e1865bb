/*
 * The lowest versions that we may have, in floors.json, beside what is installed. `npm audit` asks somebody else's server;
 * this asks nobody. Pure; floors.test.ts reads the files.
 */

/** `floors` has one version for each line that was mended; a line between two of them was not. */
export interface Floor {
  readonly floors: readonly string[]
  readonly reason: string
}

export type Floors = Readonly<Record<string, Floor>>

/** A program or a package with its version; `tag` where an image's tag may name a whole line, such as `24-slim`. */
export interface Found {
  readonly name: string
  readonly version: string
  readonly where: string
}

/** What is below its floor. */
export function belowFloors(found: readonly Found[], floors: Floors): string[] {
  return found.flatMap(({ name, version, where }) => {
    const floor = floors[name]
    if (floor === undefined || reaches(version, floor.floors)) return []
    return [`${where}: ${name} ${version} is below ${floor.floors.join(' or ')}. ${floor.reason}`]
  })
}

/** What should have a floor and has none. */
export function withoutFloor(names: readonly string[], floors: Floors): string[] {
  return names
    .filter((name) => !(name in floors))
    .map(
      (name) =>
        `${name} has no floor: add the lowest version that is known to be safe to dev/check/floors.json, and why`,
    )
}

/** Whether a version is at its own line's floor, or of a later line than any floor. A shorter one, `24`, is its line's newest. */
export function reaches(version: string, floors: readonly string[]): boolean {
  const own = floors.find((floor) => majorOf(floor) === majorOf(version))
  if (own !== undefined) return compare(version, own) >= 0
  return floors.every((floor) => majorOf(version) > majorOf(floor))
}

const majorOf = (version: string): number => Number(/^\d+/.exec(version)?.[0] ?? Number.NaN)

function compare(one: string, other: string): number {
  const [[numbers, before], [otherNumbers, otherBefore]] = [partsOf(one), partsOf(other)]
  // What a tag does not name is the newest there is.
  for (let at = 0; at < Math.min(numbers.length, otherNumbers.length); at += 1) {
    const difference = (numbers[at] ?? 0) - (otherNumbers[at] ?? 0)
    if (difference !== 0) return difference
  }
  if (before === otherBefore || before === null || otherBefore === null)
    return Number(otherBefore !== null && before === null) - Number(before !== null && otherBefore === null)
  return before.localeCompare(otherBefore, 'en', { numeric: true })
}

/** Its numbers, and what it says to come before the version of these numbers: `-beta.17`. */
function partsOf(version: string): [numbers: number[], before: string | null] {
  const [, numbers = '', before] = /^([\d.]+)(?:-(.+))?$/.exec(version) ?? []
  return [numbers.split('.').map(Number), before ?? null]
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>
}

/** Every copy of every package that a lock file names, also those within others. */
export function lockedPackages({ packages }: Lock): Found[] {
  return Object.entries(packages).flatMap(([path, { version }]) => {
    const [, name] = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path) ?? []
    return name === undefined || version === undefined ? [] : [{ name, version, where: path }]
  })
}

/** Other people's images in a compose file or a Dockerfile: what is built here has no tag, or is a stage. */
export function namedImages(text: string, where: string): Found[] {
  const lines = text.matchAll(/^\s*(?:image:|FROM)\s+([\w./-]+):(\d[\w.]*)(?:-[\w.-]+)?/gm)
  return [...lines].map(([, name = '', version = '']) => ({ name, version, where }))
}
