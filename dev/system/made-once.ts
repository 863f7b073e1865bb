import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes something from sources unless it was made from the very same ones before. The note of what it was made from
 * is away while it is being made: half a result is never taken for a whole one.
 * @returns whether it had to be made
 */
export async function madeOnce(noteFile: string, hash: string, make: () => Promise<void>): Promise<boolean> {
  if (existsSync(noteFile) && readFileSync(noteFile, 'utf8') === hash) return false
  rmSync(noteFile, { force: true })
  await make()
  mkdirSync(dirname(noteFile), { recursive: true })
  writeFileSync(noteFile, hash)
  return true
}
