import { connect, createServer } from 'node:net'

/*
 * `node bench/herd/tcp-proxy.ts <port> <server port> …`: gives each connection to the next server in turn; to the one after
 * it when nobody listens there. As little as can stand before servers that restart: it knows nothing of what it carries.
 */

const [port, ...servers] = process.argv.slice(2).map(Number)
let turn = 0

const proxy = createServer((viewer) => {
  viewer.on('error', () => {})
  turn += 1
  dial(turn, servers.length)

  function dial(at: number, triesLeft: number): void {
    if (triesLeft === 0 || viewer.destroyed) return void viewer.destroy()
    const server = connect({ port: servers[at % servers.length] as number, host: '127.0.0.1' })
    const next = () => dial(at + 1, triesLeft - 1)
    server.once('error', next)
    server.once('connect', () => {
      server.off('error', next).on('error', () => {})
      viewer.pipe(server).pipe(viewer)
      viewer.once('close', () => server.destroy())
      server.once('close', () => viewer.destroy())
    })
  }
})
proxy.listen(port, '127.0.0.1', 4_096, () => console.log('listening'))
