import { edgeConfig } from '#dev/edge/edge-config.ts'
import { replaced } from '#dev/edge/replaced.ts'
import type { EdgeKind } from './edge.fixture.ts'

/** nginx as `npm start` runs it, in front of whatever a test puts there. */
export const nginx: EdgeKind = {
  name: 'nginx',
  package: 'nginx-light',
  file: 'nginx.conf',
  configure: (text, { balancers, storefront = 9, burst }, port, folder) => {
    const config = edgeConfig(
      {
        listen: `127.0.0.1:${port}`,
        opsListen: `unix:${folder}/ops`,
        storefronts: [`127.0.0.1:${storefront}`],
        balancers: balancers.map((balancer) => `127.0.0.1:${balancer}`),
        folder,
      },
      text,
    )
    return burst === undefined
      ? config
      : replaced(config, { 'burst=2000': `burst=${burst}`, 'rate=200r/s': 'rate=1r/s' })
  },
  argv: (file, folder) => ['-c', file, '-p', folder, '-e', 'stderr', '-g', 'daemon off;'],
}
