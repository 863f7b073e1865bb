import type { ChildProcess } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { awaitOutput } from './await-output.ts'
import { endChild, startChild } from './child.ts'
import { freePorts } from './free-ports.ts'
import { redisArguments, redisProgram } from './redis.ts'
import type { ServiceOptions } from './service.ts'

/** The smallest number of masters that Redis calls a cluster. */
const MEMBERS = 3
const SLOTS = 16_384
const START_LIMIT_MS = 20_000
/** Members tell each other of the slots within a second or two. */
const AGREE_LIMIT_MS = 30_000

export interface RedisCluster extends AsyncDisposable {
  /** One for each member, redis://127.0.0.1:<port>. */
  readonly urls: readonly string[]
  /** A member is gone at once, with what it remembered; its place in the cluster stays. */
  kill(member: number): Promise<void>
  /** The killed member is back on its port. It serves its slots a moment later, when the others have greeted it. */
  restart(member: number): Promise<void>
}

/** A Redis cluster of three masters without replicas, for tests: nothing outlives it. */
export async function startRedisCluster({ dataDir, say }: Omit<ServiceOptions, 'throwaway'>): Promise<RedisCluster> {
  const program = await redisProgram(say)
  await using started = new AsyncDisposableStack()
  const ports = await freePorts(2 * MEMBERS)
  const members = Array.from({ length: MEMBERS }, (_, i) => ({
    port: ports[i] as number,
    // Redis would take the port 10,000 above, which there may not be.
    busPort: ports[MEMBERS + i] as number,
    folder: join(dataDir, `member-${i}`),
  }))
  const children: ChildProcess[] = []
  const start = async (member: number) => {
    const { port, busPort, folder } = members[member] as (typeof members)[number]
    mkdirSync(folder, { recursive: true })
    const clustered = ['--cluster-enabled', 'yes', '--cluster-port', `${busPort}`]
    const argv = [program, ...redisArguments(port, { dataDir: folder, throwaway: true }), ...clustered]
    const child = startChild(argv, { lastSignal: 'TERM' })
    children[member] = child
    await awaitOutput(child, /Ready to accept connections/, START_LIMIT_MS)
  }
  started.defer(async () => {
    await Promise.all(children.map((child) => endChild(child, 'SIGTERM', 10_000)))
  })
  await Promise.all(members.map((_, i) => start(i)))
  const clients = members.map(({ port }) => new Redis(port, '127.0.0.1'))
  try {
    await joinTogether(clients, members)
  } finally {
    for (const client of clients) client.disconnect()
  }
  const running = started.move()
  return {
    urls: members.map(({ port }) => `redis://127.0.0.1:${port}`),
    kill: (member) => endChild(children[member] as ChildProcess, 'SIGKILL', 10_000),
    restart: start,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}

/** Gives each member its third of the slots, introduces them to the first, and waits until all agree. */
async function joinTogether(
  clients: readonly Redis[],
  members: readonly { readonly port: number; readonly busPort: number }[],
): Promise<void> {
  const from = (i: number) => Math.floor((i * SLOTS) / MEMBERS)
  const [first] = members
  for (const [i, client] of clients.entries()) {
    await client.call('CLUSTER', 'ADDSLOTSRANGE', from(i), from(i + 1) - 1)
    if (i > 0) await client.call('CLUSTER', 'MEET', '127.0.0.1', `${first?.port}`, `${first?.busPort}`)
  }
  const deadline = Date.now() + AGREE_LIMIT_MS
  for (const client of clients) {
    while (!(await agrees(client))) {
      if (Date.now() > deadline) throw new Error('the Redis cluster did not come together')
      await delay(50)
    }
  }
}

async function agrees(client: Redis): Promise<boolean> {
  const info = String(await client.call('CLUSTER', 'INFO'))
  return info.includes('cluster_state:ok') && info.includes(`cluster_known_nodes:${MEMBERS}`)
}
