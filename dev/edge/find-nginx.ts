import { ClearLine } from '../services/clear-line.ts'
import type { Environment } from '../services/environment.ts'
import { onPath } from '../services/on-path.ts'
import { run } from '../services/run.ts'

/** The nginx that pages and streams go through, or why there is none. */
export type FoundNginx = { readonly path: string } | { readonly without: string }

/** It answers at once; what does not is not ours. */
const VERSION_LIMIT_MS = 5_000
/** Some builds leave them out. Without the first no page has a fresh nonce, without the others the file cannot be read. */
const NEEDED = ['http_sub_module', 'http_realip_module', 'http_auth_request_module']

/**
 * The edge is used where nginx is on PATH. EDGE=off leaves it out all the same, EDGE=on will not do without.
 * @throws a clear line when EDGE=on and there is none
 */
export async function findNginx(environment: Environment): Promise<FoundNginx> {
  const { EDGE: wish = '' } = environment
  if (wish === 'off') return { without: 'EDGE=off' }
  const found = await usable(onPath('nginx', environment.PATH))
  if ('without' in found && wish === 'on') throw new ClearLine(`EDGE=on, but ${found.without}`)
  return found
}

async function usable(path: string | null): Promise<FoundNginx> {
  if (path === null) return { without: 'no nginx on PATH' }
  const { output } = await run([path, '-V'], { limitMs: VERSION_LIMIT_MS })
  const missing = NEEDED.find((module) => !output.includes(module))
  return missing === undefined ? { path } : { without: `${path} is built without ${missing}` }
}
