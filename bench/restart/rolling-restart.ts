import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { awaitOutput } from '#dev/services/await-output.ts'
import { endChild } from '#dev/services/child.ts'
import { freePorts } from '#dev/services/free-ports.ts'
import startServices from '#dev/test/global-services.ts'
import { Herd } from '../herd/herd.ts'
import { PRODUCTION_HEAP, ROOM, SHOW, type Stage, startSocketIo } from '../herd/stage.ts'
import type { Curves, Measured, Table } from '../report/result.ts'
import { sizeOf } from '../sizes.ts'
import { awayOverTime, sumUpReturns } from './returns.ts'

const VIEWERS = sizeOf('VIEWERS', 5_000)
const EVERY_MS = sizeOf('EVERY_MS', 1_000)
const SERVERS = 3
/** More messages than a bench can last: the herd has room for so many. */
const MOST_MESSAGES = 240
/** Before the first restart, to see that all is well; between two, as a cautious operator waits. */
const QUIET_MS = 3_000
/** A program has 25 s to stop. */
const STOP_LIMIT_MS = 30_000

/** Servers that can be restarted one by one. */
interface Restartable extends Stage {
  /** Asks a server to stop, waits until it is gone, and starts it again. */
  restart(server: number): Promise<void>
}

/** `npm run bench -- rolling-restart`: all servers restarted one after the other under viewers, as at every deployment. */
export async function rollingRestart(): Promise<Measured> {
  const stopServices = await startServices()
  const rows: Table = {}
  const away: Curves = {}
  for (const [name, open] of Object.entries({ Marquee: openMarquee, 'Socket.IO': openSocketIo })) {
    console.log(`· ${name}`)
    await using stage = await open()
    const { row, curve } = await measure(stage)
    rows[name] = row
    away[name] = curve
  }
  await stopServices?.()
  return {
    how: `${VIEWERS} viewers on ${SERVERS} servers, one message every ${EVERY_MS} ms, and each server stopped with SIGTERM and started again, one after the other. Ours: nodes behind a balancer on real Redis and Kafka. Socket.IO: servers with its recovery in memory, closed with io.close(), behind a plain TCP proxy of the bench’s own that takes servers in turn; all servers are handed each message, so no adapter’s cost is in it. Its adapter that recovers across servers needs Redis Streams and is not measured here.`,
    stoppedBy: 'two cores: reconnects of both are carried by them together with the viewers',
    tables: { main: rows },
    curves: { away },
  }
}

async function measure(stage: Restartable): Promise<{ row: Table[string]; curve: Curves[string] }> {
  const { kind, urls } = stage
  using herd = await Herd.gather({ kind, urls, count: VIEWERS, messages: MOST_MESSAGES, show: SHOW })
  const publishedAtMs: number[] = [0]
  const stop = new AbortController()
  const publishing = publishSteadily(stage, publishedAtMs, stop.signal)
  const restartsAtMs: number[] = []
  for (let server = 0; server < SERVERS; server += 1) {
    await pause(QUIET_MS)
    restartsAtMs.push(performance.timeOrigin + performance.now())
    await stage.restart(server)
  }
  await pause(QUIET_MS)
  const endedAtMs = performance.timeOrigin + performance.now()
  stop.abort()
  await publishing
  const { seen, doubled, resets, delays, absences } = await herd.lastReport(publishedAtMs)
  const returns = sumUpReturns(absences, restartsAtMs)
  const messages = publishedAtMs.length - 1
  return {
    row: {
      messages,
      lost: VIEWERS * messages - seen,
      doubled,
      'told to refetch': resets,
      disconnects: returns.disconnects,
      'never back': returns.neverBack,
      'back p50 ms': Math.round(returns.backP50Ms),
      'back p95 ms': Math.round(returns.backP95Ms),
      'back max ms': Math.round(returns.backMaxMs),
      'least spread of a restart s': Math.round(returns.spreadMs / 100) / 10,
      'most disconnects in 1 s': returns.mostInASecond,
      'message p99 ms': delays.quantile(0.99),
    },
    curve: awayOverTime(absences, restartsAtMs[0] ?? 0, endedAtMs),
  }
}

async function publishSteadily(stage: Stage, publishedAtMs: number[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted && publishedAtMs.length <= MOST_MESSAGES) {
    publishedAtMs.push(performance.timeOrigin + performance.now())
    await stage.publish(publishedAtMs.length - 1)
    await pause(EVERY_MS)
  }
}

/** A dispatcher, three nodes that drain as in production, a balancer. */
async function openMarquee(): Promise<Restartable> {
  // Loaded after the servers run: it reads their addresses when it is imported.
  const { TestTier } = await import('#realtime/test/tier.ts')
  const tier = await TestTier.start()
  const startNode = () => tier.node({ ...PRODUCTION_HEAP, DRAIN_MS: '12000' })
  const [, ...nodes] = await Promise.all([tier.dispatcher(), startNode(), startNode(), startNode()])
  const balancer = await tier.balancer({ ...PRODUCTION_HEAP, ...ROOM })
  return {
    kind: 'marquee',
    urls: [balancer.url],
    publish: () => tier.announce(tier.ticketEvent(SHOW)),
    async restart(server) {
      const node = nodes[server]
      if (node) await endChild(node.child, 'SIGTERM', STOP_LIMIT_MS)
      nodes[server] = await startNode()
    },
    [Symbol.asyncDispose]: () => tier[Symbol.asyncDispose](),
  }
}

async function openSocketIo(): Promise<Restartable> {
  const [door = 0, ...ports] = await freePorts(1 + SERVERS)
  const servers = await Promise.all(ports.map(startSocketIo))
  const program = join(import.meta.dirname, '../herd/tcp-proxy.ts')
  const proxy = spawn(process.execPath, [program, `${door}`, ...ports.map(String)])
  await awaitOutput(proxy, /listening/, 30_000)
  return {
    kind: 'socket.io',
    urls: [`http://127.0.0.1:${door}`],
    async publish(n) {
      for (const { stdin, exitCode } of servers) {
        if (exitCode === null && !stdin.destroyed) stdin.write(`${JSON.stringify({ version: n })}\n`)
      }
    },
    async restart(server) {
      const running = servers[server]
      if (running) await endChild(running, 'SIGTERM', STOP_LIMIT_MS)
      servers[server] = await startSocketIo(ports[server] as number)
    },
    async [Symbol.asyncDispose]() {
      for (const child of [...servers, proxy]) child.kill('SIGKILL')
    },
  }
}
