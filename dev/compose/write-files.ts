import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { edgeConfig } from '../edge/edge-config.ts'
import { root } from '../system/programs.ts'
import { keepSecrets } from '../system/secrets.ts'
import { clusterEdgeConfig } from './cluster-edge.ts'
import { composePlace } from './place.ts'

/**
 * `npm run compose-files` writes what docker-compose.yml takes from files: the edge's configuration, which is
 * kept in the repository and checked against deploy/edge/nginx.conf, and secrets of this machine's own, which are not.
 * The edge's configuration in a cluster is written with it.
 */
const written = {
  'deploy/edge/compose.nginx.conf': edgeConfig(composePlace),
  'deploy/k8s/components/edge/nginx.conf': clusterEdgeConfig(),
}
for (const [name, text] of Object.entries(written)) writeFileSync(join(root, name), text)

const folder = join(root, '.data/compose')
const file = join(folder, 'secrets.env')
mkdirSync(folder, { recursive: true })
if (!existsSync(file)) {
  const { storefrontSecret, orderLinkSecret, signingKey, verificationKeys } = keepSecrets(folder)
  const lines = [
    `STOREFRONT_SECRET=${storefrontSecret}`,
    `ORDER_LINK_SECRET=${orderLinkSecret}`,
    `REALTIME_SIGNING_KEY=${signingKey}`,
    `REALTIME_VERIFICATION_KEYS=${verificationKeys}`,
    `CONSOLE_TOKEN=${randomBytes(16).toString('base64url')}`,
  ]
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 })
}
console.log(`${[...Object.keys(written), file].join(', ')} are written`)
