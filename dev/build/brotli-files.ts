import { globSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const compress = promisify(brotliCompress)

/** As small as it gets: it is done once a build. */
const SMALLEST = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }

/**
 * Puts beside every script and stylesheet that browsers get what it is in Brotli: `x.js.br`. An edge asks for it by that name
 * for whoever takes it, and next.config.ts says what it is (decision 0114). Last of all steps, since others change scripts.
 * @returns how many files it wrote
 */
export async function writeBrotliFiles(staticFolder: string): Promise<number> {
  const names = globSync('**/*.{js,css}', { cwd: staticFolder })
  await Promise.all(
    names.map(async (name) => {
      const file = join(staticFolder, name)
      await writeFile(`${file}.br`, await compress(await readFile(file), { params: SMALLEST }))
    }),
  )
  return names.length
}
