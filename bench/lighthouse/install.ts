import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ClearLine } from '#dev/services/clear-line.ts'
import { run } from '#dev/services/run.ts'
import { root } from '#dev/system/programs.ts'

/** Pinned, because a newer one scores differently. Not in package.json: it brings 190 packages that nothing else needs. */
const VERSION = '12.8.2'
/** A registry that is far away takes a minute for as many packages. */
const LIMIT_MS = 300_000

/** Brings Lighthouse into .cache at its first use. @returns the path of its command line, for Node */
export async function installLighthouse(): Promise<string> {
  const folder = join(root, '.cache', `lighthouse-${VERSION}`)
  const cli = join(folder, 'node_modules/lighthouse/cli/index.js')
  if (existsSync(cli)) return cli
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  console.log(`installing lighthouse@${VERSION} into ${folder}`)
  const argv = ['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', `lighthouse@${VERSION}`]
  const { status, output } = await run(argv, { cwd: folder, env: withoutOurTools(process.env), limitMs: LIMIT_MS })
  if (status !== 0) throw new ClearLine(`lighthouse could not be installed:\n${output.trimEnd()}`)
  return cli
}

/** npm runs with the machine's own Node, not with one out of node_modules. */
function withoutOurTools({ PATH = '', ...rest }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...rest,
    PATH: PATH.split(':')
      .filter((folder) => !folder.includes('node_modules'))
      .join(':'),
  }
}
