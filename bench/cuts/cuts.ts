import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { awaitOutput } from '#dev/services/await-output.ts'
import { freePort } from '#dev/services/free-ports.ts'
import startServices from '#dev/test/global-services.ts'
import { quantile } from '../quantiles.ts'
import type { CutViewer, Hear } from './cut-viewer.ts'
import { MarqueeViewer } from './marquee-viewer.ts'
import { SocketIoViewer } from './socket-io-viewer.ts'

const VIEWERS = Number(process.env.VIEWERS ?? 10_000)
const MESSAGES = Number(process.env.MESSAGES ?? 120)
const EVERY_MS = 1_000
/** Each line breaks this often, at a moment of its own, and stays broken for so long: a train through tunnels. */
const CUT_EVERY_MS = 15_000
const OFFLINE_MS = 2_000
/** Handshakes under way at once. */
const AT_ONCE = 200
const SHOW = 'cuts'

/** What stands behind the viewers of one run. */
interface Stage extends AsyncDisposable {
  viewer(hear: Hear): CutViewer
  /** Gives everybody message `n`, counted from 1. */
  publish(n: number): Promise<void>
}

/** `npm run bench -- cuts`: everybody's line breaks every 15 s for 2 s, and nobody may miss or see twice what was sold. */
export async function cuts(): Promise<void> {
  const stopServices = await startServices()
  const rows: Record<string, object> = {}
  for (const [name, open] of Object.entries({ marquee: openMarquee, 'Socket.IO with recovery': openSocketIo })) {
    console.log(`· ${name}`)
    await using stage = await open()
    rows[name] = await measure(stage)
  }
  console.log(`${VIEWERS} viewers, ${MESSAGES} messages one a second, each line cut every 15 s for 2 s`)
  console.table(rows)
  await stopServices?.()
}

async function measure(stage: Stage): Promise<object> {
  const publishedAtMs: number[] = []
  const delays: number[] = []
  let doubled = 0
  const viewers = Array.from({ length: VIEWERS }, () => {
    const seen = new Set<number>()
    const hear = (n: number) => {
      if (seen.has(n)) doubled += 1
      else delays.push(performance.now() - (publishedAtMs[n] ?? 0))
      seen.add(n)
    }
    return { seen, line: stage.viewer(hear) }
  })
  for (let from = 0; from < VIEWERS; from += AT_ONCE) {
    await Promise.all(viewers.slice(from, from + AT_ONCE).map(({ line }) => line.connect()))
  }
  const stop = new AbortController()
  const lives = viewers.map(({ line }) => liveWithCuts(line, stop.signal))
  for (let n = 1; n <= MESSAGES; n += 1) {
    publishedAtMs[n] = performance.now()
    await stage.publish(n)
    await pause(EVERY_MS)
  }
  stop.abort()
  await Promise.all(lives) // whoever was offline is back
  await pause(5_000)
  for (const { line } of viewers) line.cut() // or they would try to come back while the next one is measured
  const expected = VIEWERS * MESSAGES
  const seen = viewers.reduce((sum, viewer) => sum + viewer.seen.size, 0)
  const ms = (share: number) => Math.round(quantile(delays, share))
  return {
    'delivered %': Math.round((seen / expected) * 1e6) / 1e4,
    lost: expected - seen,
    doubled,
    'told to refetch': viewers.reduce((sum, { line }) => sum + line.resets, 0),
    'p50 ms': ms(0.5),
    'p99 ms': ms(0.99),
    'max ms': ms(1),
  }
}

async function liveWithCuts(line: CutViewer, signal: AbortSignal): Promise<void> {
  const wait = (ms: number) => pause(ms, undefined, { signal }).catch(() => {})
  await wait(Math.random() * CUT_EVERY_MS)
  while (!signal.aborted) {
    line.cut()
    await wait(OFFLINE_MS)
    await line.connect()
    await wait(CUT_EVERY_MS - OFFLINE_MS)
  }
}

/** The whole tier on real Redis and Kafka: a dispatcher, two nodes, a balancer. */
async function openMarquee(): Promise<Stage> {
  // Loaded after the servers run: it reads their addresses when it is imported.
  const { TestTier } = await import('#realtime/test/tier.ts')
  const tier = await TestTier.start()
  const room = { BALANCER_MAX_PER_ADDRESS: '100000', BALANCER_CONNECTS_PER_ADDRESS: '100000' }
  await Promise.all([tier.dispatcher(), tier.node(), tier.node()])
  const balancer = await tier.balancer(room)
  return {
    viewer: (hear) => new MarqueeViewer(balancer.url, SHOW, hear),
    publish: () => tier.announce(tier.ticketEvent(SHOW)),
    [Symbol.asyncDispose]: () => tier[Symbol.asyncDispose](),
  }
}

/** One server that keeps what it sent for two minutes, in its memory. */
async function openSocketIo(): Promise<Stage> {
  const port = await freePort()
  const program = join(import.meta.dirname, '../fan-out/servers/socket-io.ts')
  const child = spawn(process.execPath, [program, `${port}`, 'recover'])
  await awaitOutput(child, /listening/, 30_000)
  return {
    viewer: (hear) => new SocketIoViewer(`http://127.0.0.1:${port}`, hear),
    publish: async (n) => void child.stdin.write(`${JSON.stringify({ version: n })}\n`),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
    },
  }
}
