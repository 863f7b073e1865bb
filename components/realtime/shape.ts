/*
 * Small structural checks for what arrives in the browser. The schemas in contracts/ say the same with zod, which would
 * weigh more than this whole client; the tests hold the two together.
 */

export type Check = (value: unknown) => boolean

export const isText: Check = (value) => typeof value === 'string'
export const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
export const isBoolean: Check = (value) => typeof value === 'boolean'
export const isInstant: Check = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value))

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value)

export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)

export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)

export const recordOf =
  (check: Check): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every(check)

/** Fields that are not named are let through: contracts only grow. */
export const shapeOf = (fields: Readonly<Record<string, Check>>): Check => {
  const entries = Object.entries(fields)
  return (value) => isRecord(value) && entries.every(([name, check]) => check(value[name]))
}

/** JSON or undefined; what cannot be read is treated like what is not ours. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
