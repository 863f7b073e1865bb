import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where Debian and Homebrew put servers that an ordinary PATH leaves out. */
const elsewhere = ['/usr/sbin', '/usr/local/bin', '/opt/homebrew/bin']

/** The full path of a program, or null. */
export function onPath(name: string, path = process.env.PATH ?? ''): string | null {
  const candidates = [...path.split(delimiter), ...elsewhere].filter(Boolean).map((folder) => join(folder, name))
  return candidates.find(executable) ?? null
}

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
