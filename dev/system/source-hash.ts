import { createHash } from 'node:crypto'
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const test = /\.test\.\w+$/

/**
 * One digest over the names and contents of all files that match, tests aside. Equal digest, equal input: what was made
 * from it need not be made again.
 */
export function sourceHash(root: string, patterns: readonly string[]): string {
  const found = globSync([...patterns], { cwd: root, exclude: (name) => name === 'node_modules' })
  const files = found.filter((file) => !test.test(file) && statSync(join(root, file)).isFile())
  return digest(files.map((file) => [file, readFileSync(join(root, file))]))
}

/** The order of the files does not matter; a name ends where its content begins. */
export function digest(files: readonly (readonly [name: string, content: Uint8Array])[]): string {
  const hash = createHash('sha256')
  for (const [name, content] of files.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${name}\0${content.byteLength}\0`).update(content)
  }
  return hash.digest('hex')
}
