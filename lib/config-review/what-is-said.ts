import { given } from '#lib/language/given.ts'

/**
 * A value as JSON that is equal for all that say the same: fields in the order of their names, without blanks, nulls and
 * what is empty. Places of a list keep their number, since lists go by place; those at its end that say nothing go.
 */
export const whatIsSaid = (value: unknown): string => JSON.stringify(tidy(value))

/** Null is nothing at all. */
function tidy(value: unknown): unknown {
  if (typeof value === 'string') return given(value)
  if (Array.isArray(value)) {
    const places = value.map(tidy)
    const said = places.slice(0, places.findLastIndex((place) => place !== null) + 1)
    return said.length === 0 ? null : said
  }
  if (typeof value !== 'object' || value === null) return value ?? null
  const fields = Object.entries(value)
    .map(([name, field]) => [name, tidy(field)] as const)
    .filter(([, field]) => field !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return fields.length === 0 ? null : Object.fromEntries(fields)
}
