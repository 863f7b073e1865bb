/** PostgreSQL's integers end here. */
const VERSION_LIMIT = 2_147_483_647

/** The version that part of an address names; null for what cannot be one. */
export function versionNumber(text: unknown): number | null {
  if (typeof text !== 'string' || !/^[1-9]\d{0,9}$/.test(text)) return null
  return Number(text) <= VERSION_LIMIT ? Number(text) : null
}
