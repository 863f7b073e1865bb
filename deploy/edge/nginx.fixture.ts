import { edgeConfig } from '#dev/edge/edge-config.ts'
import { replaced } from '#dev/edge/replaced.ts'
import type { EdgeKind } from './edge.fixture.ts'

/** nginx as `npm start` runs it, in front of whatever a test puts there. */
export const nginx: EdgeKind = {
  name: 'nginx',
  package: 'nginx-light',
  file: 'nginx.conf',
  configure: (text, { balancers, storefront = 9, burst, open, uploads, proxies }, port, folder) =>
    replaced(
      edgeConfig(
        {
          listen: `127.0.0.1:${port}`,
          opsListen: `unix:${folder}/ops`,
          storefronts: [`127.0.0.1:${storefront}`],
          balancers: balancers.map((balancer) => `127.0.0.1:${balancer}`),
          folder,
        },
        text,
      ),
      {
        ...(burst !== undefined && fewAtOnce(burst)),
        ...(open !== undefined && {
          'open_calls 2000;': `open_calls ${open};`,
          'open_streams 4000;': `open_streams ${open};`,
          'open_pages 2000;': `open_pages ${open};`,
        }),
        ...(uploads !== undefined && { 'all_uploads 128;': `all_uploads ${uploads};` }),
        ...(proxies !== undefined && {
          '# set_real_ip_from 10.42.0.0/16;': `set_real_ip_from ${proxies};`,
          '# 10.42.0.0/16 1;': `${proxies} 1;`,
        }),
      },
    ),
  argv: (file, folder) => ['-c', file, '-p', folder, '-e', 'stderr', '-g', 'daemon off;'],
}

/** No place becomes free again while a test lasts, however slow the machine is. */
const fewAtOnce = (burst: number): Record<string, string> => ({
  'burst=2000 ': `burst=${burst} `,
  'burst=20000 ': `burst=${burst} `,
  'rate=200r/s': 'rate=1r/m',
  'rate=1000r/s': 'rate=1r/m',
})
