import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What Chromium since 136 reads in a script's first line: all functions are compiled while the file arrives, on another
 * thread, instead of one by one when they are called (decision 0095). Other browsers see a comment.
 */
const HINT = '//# allFunctionsCalledOnLoad\n'

/** Puts the hint before every script that browsers get, once. @returns how many scripts got it */
export function addCompileHints(staticFolder: string): number {
  const without = globSync('**/*.js', { cwd: staticFolder })
    .map((name) => join(staticFolder, name))
    .map((file) => ({ file, script: readFileSync(file, 'utf8') }))
    .filter(({ script }) => !script.startsWith(HINT))
  for (const { file, script } of without) writeFileSync(file, HINT + script)
  return without.length
}
