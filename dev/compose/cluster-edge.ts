import { edgeConfig } from '../edge/edge-config.ts'
import { replaced } from '../edge/replaced.ts'

/** Where the proxies in front of it are, who are believed about who asks: as BALANCER_TRUSTED_PROXIES in deploy/k8s. */
export const CLUSTER_PROXIES = '10.0.0.0/8'

/** deploy/edge/nginx.conf among the Services of deploy/k8s, behind an Ingress or a Gateway. */
export const clusterEdgeConfig = (): string =>
  replaced(
    edgeConfig({
      listen: '8080',
      opsListen: '8081',
      storefronts: ['storefront:3000'],
      balancers: ['balancer:4000'],
      folder: '/var/cache/nginx',
    }),
    {
      '# set_real_ip_from 10.42.0.0/16;': `set_real_ip_from ${CLUSTER_PROXIES};`,
      '# 10.42.0.0/16 1;': `${CLUSTER_PROXIES} 1;`,
      // `auto` would be the machine's cores, of which a pod has few.
      'worker_processes auto;': 'worker_processes 2;',
    },
  )
