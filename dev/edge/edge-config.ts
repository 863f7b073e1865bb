import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { replaced } from './replaced.ts'

/** Where one nginx stands. Addresses are `host:port`, or a port alone for all addresses of the machine. */
export interface EdgePlace {
  readonly listen: string
  /** Where machines ask whether it runs; never where browsers can. */
  readonly opsListen: string
  readonly storefronts: readonly string[]
  readonly balancers: readonly string[]
  /** Where it keeps pages and what else it writes. */
  readonly folder: string
  /** Given, it listens for HTTPS beside HTTP. */
  readonly tls?: EdgeTls
}

export interface EdgeTls {
  readonly listen: string
  /** Files. */
  readonly certificate: string
  readonly key: string
}

const conf = join(import.meta.dirname, '../../deploy/edge/nginx.conf')

/** deploy/edge/nginx.conf with the addresses of one place put in; nothing else of it changes. */
export function edgeConfig(place: EdgePlace, text = readFileSync(conf, 'utf8')): string {
  return replaced(text, {
    'listen 8080 default_server;': `listen ${place.listen} default_server;`,
    'listen 8080;': `listen ${place.listen};`,
    'listen 127.0.0.1:8081;': `listen ${place.opsListen};`,
    'server 127.0.0.1:4000 max_fails=1 fail_timeout=2s;': servers(place.balancers),
    'server 127.0.0.1:3000 max_fails=1 fail_timeout=2s;': servers(place.storefronts),
    '/run/marquee-edge.pid': `${place.folder}/pid`,
    '/tmp/marquee-edge-': `${place.folder}/`,
    ...(place.tls && withTls(place.tls)),
  })
}

const servers = (addresses: readonly string[]): string =>
  addresses.map((address) => `server ${address} max_fails=1 fail_timeout=2s;`).join('\n    ')

const withTls = ({ listen, certificate, key }: EdgeTls): Record<string, string> => ({
  '# listen 8443 ssl http2;': `listen ${listen} ssl http2;`,
  '# ssl_certificate     /etc/marquee/reseller-hosts.pem;': `ssl_certificate     ${certificate};`,
  '# ssl_certificate_key /etc/marquee/reseller-hosts.key;': `ssl_certificate_key ${key};`,
})
