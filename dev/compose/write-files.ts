import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { edgeConfig } from '../edge/edge-config.ts'
import { root } from '../system/programs.ts'
import { keepSecrets } from '../system/secrets.ts'
import { composePlace } from './place.ts'

/**
 * `node dev/compose/write-files.ts` writes what docker-compose.yml takes from files: the edge's configuration, which is
 * kept in the repository and checked against deploy/edge/nginx.conf, and secrets of this machine's own, which are not.
 */
writeFileSync(join(root, 'deploy/edge/compose.nginx.conf'), edgeConfig(composePlace))

const folder = join(root, '.data/compose')
const file = join(folder, 'secrets.env')
mkdirSync(folder, { recursive: true })
if (!existsSync(file)) {
  const { storefrontSecret, signingKey, verificationKeys } = keepSecrets(folder)
  const lines = [
    `STOREFRONT_SECRET=${storefrontSecret}`,
    `REALTIME_SIGNING_KEY=${signingKey}`,
    `REALTIME_VERIFICATION_KEYS=${verificationKeys}`,
    `CONSOLE_TOKEN=${randomBytes(16).toString('base64url')}`,
  ]
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 })
}
console.log(`deploy/edge/compose.nginx.conf and ${file} are written`)
