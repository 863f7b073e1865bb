import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Where a font file is that is read here, for tickets and cards. Pages are given some trimmed (decision 0113); the whole one lies
 * beside it then, since what we set lighter or heavier must look as the family's other files do.
 * @param folder where the family's files are
 */
export function wholeFile(folder: string, file: string): string {
  const whole = join(folder, 'whole', file)
  return existsSync(whole) ? whole : join(folder, file)
}
