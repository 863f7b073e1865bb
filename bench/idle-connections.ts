import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import startServices from '#dev/test/global-services.ts'
import type { Measured } from './report/result.ts'

const CONNECTIONS = 5_000
/** Handshakes under way at once: below the kernel's queue, so that none is retried. */
const AT_ONCE = 200
/** A young heap holds garbage; this is long enough for a few scavenges at an idle server. */
const SETTLE_MS = 10_000

/** Memory of a node per idle SSE connection: the process's resident set before and after, divided. */
export async function idleConnections(): Promise<Measured> {
  const stopServices = await startServices()
  // Loaded after the servers run: the harness reads their addresses when it is imported.
  const { TestTier } = await import('#realtime/test/tier.ts')
  await using tier = await TestTier.start()
  const node = await tier.node()
  const pid = node.child.pid ?? 0
  const url = new URL(node.url)
  const warm = await openMany(url, 50) // what the first connections allocate once is not per connection
  await pause(SETTLE_MS)
  const before = residentBytes(pid)
  const sockets = await openMany(url, CONNECTIONS)
  await pause(SETTLE_MS)
  const after = residentBytes(pid)
  for (const socket of [...warm, ...sockets]) socket.destroy()
  await stopServices?.()
  const row = {
    connections: CONNECTIONS,
    'before MB': Math.round(before / 1e6),
    'after MB': Math.round(after / 1e6),
    'per connection KB': Math.round((after - before) / CONNECTIONS / 102.4) / 10,
  }
  return {
    how: 'A node on real Redis and Kafka, with V8’s default heap; resident memory before and after.',
    stoppedBy: 'nothing',
    tables: { main: { 'idle SSE connections': row } },
  }
}

async function openMany(url: URL, count: number): Promise<Socket[]> {
  const sockets: Socket[] = []
  while (sockets.length < count) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - sockets.length) }, () => openOne(url))
    sockets.push(...(await Promise.all(some)))
  }
  return sockets
}

/** Resolves when `ready` came. */
function openOne(url: URL): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname, () => {
      socket.write(`GET /realtime/sse?streams=public.show.1 HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`)
    })
    let head = ''
    socket.on('data', (chunk) => {
      if (head.includes('event: ready')) return
      head += chunk.toString('utf8')
      if (head.includes('event: ready')) resolve(socket)
    })
    socket.once('error', reject)
  })
}

/** What the kernel says the process keeps in memory. */
function residentBytes(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) * 1024
}
