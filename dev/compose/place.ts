import type { EdgePlace } from '../edge/edge-config.ts'

/** The edge among the services of docker-compose.yml. */
export const composePlace: EdgePlace = {
  listen: '8080',
  opsListen: '127.0.0.1:8081',
  storefronts: ['storefront-1:3000', 'storefront-2:3000'],
  balancers: ['balancer:4000'],
  folder: '/var/cache/nginx',
}
