import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type EdgePorts, local, type Ports } from '../system/addresses.ts'
import type { ProgramSpec } from '../system/programs.ts'
import { edgeConfig } from './edge-config.ts'

/** nginx in front of a system of this machine. Writes its file into `folder`, where it keeps its pages, too. */
export function edgeProgram(nginx: string, folder: string, ports: Ports, edge: EdgePorts): ProgramSpec {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'nginx.conf')
  writeFileSync(
    file,
    edgeConfig({
      listen: `${edge.shops}`,
      opsListen: `127.0.0.1:${edge.ops}`,
      storefronts: [`127.0.0.1:${ports.storefront}`],
      balancers: [`127.0.0.1:${ports.balancer}`],
      folder,
      ...tls(process.env),
    }),
  )
  // As root its workers would be nobody, who may not enter the folders of root's checkout.
  const asWhom = process.getuid?.() === 0 ? ' user root;' : ''
  const argv = ['-c', file, '-p', folder, '-e', 'stderr', '-g', `daemon off;${asWhom}`]
  return { name: 'edge', stage: 'edge', command: nginx, argv, variables: {}, url: local(edge.ops), mayDie: false }
}

/** HTTPS is optional: with a certificate for the shops' names, and a port of its own. */
function tls({ EDGE_CERTIFICATE: certificate, EDGE_CERTIFICATE_KEY: key, EDGE_TLS_PORT = '3443' }: NodeJS.ProcessEnv) {
  return certificate && key ? { tls: { listen: EDGE_TLS_PORT, certificate, key } } : {}
}
