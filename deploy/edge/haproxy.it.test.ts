import { edgeSuite } from './edge.suite.ts'

edgeSuite({
  name: 'haproxy',
  package: 'haproxy',
  file: 'haproxy.cfg',
  /* A machine that tests may allow fewer descriptors than one that serves. */
  replacements: ({ nodes, balancers, perAddress = 2_000 }, port) => ({
    'maxconn 9900\n': 'maxconn 400\n',
    'bind 127.0.0.1:8080': `bind 127.0.0.1:${port}`,
    'server node-1 127.0.0.1:4001\n  server node-2 127.0.0.1:4002\n': servers('node', nodes),
    'server balancer-1 127.0.0.1:4000\n': servers('balancer', balancers),
    'sc0_conn_cur gt 2000': `sc0_conn_cur gt ${perAddress}`,
  }),
  argv: (file) => ['-db', '-f', file],
})

const servers = (name: string, ports: readonly number[]): string =>
  `${ports.map((port) => `server ${name}-${port} 127.0.0.1:${port}`).join('\n  ')}\n`
