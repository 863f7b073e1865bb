import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startRabbitmq } from '#dev/services/rabbitmq.ts'
import startServices from '#dev/test/global-services.ts'
import { createLog } from '#platform/log.ts'
import type { Addressed } from '#realtime/bus/bus.ts'
import { ADDRESSINGS, type Addressing, type BusConfig } from '#realtime/bus/bus-config.ts'
import { openReader, openWriter } from '#realtime/bus/open-bus.ts'
import { latencyRow } from './quantiles.ts'
import type { Measured, Table } from './report/result.ts'

const NODES = 3
const RATES = [1_000, 5_000]
const SECONDS = 8
/** The first second finds connections and code cold. */
const WARM_UP_S = 1
/** Dispatchers send in batches; so many a second. */
const SENDS_PER_SECOND = 100
/** Like a dispatcher that is busy with six shows; what cannot be sent by then is late, and counts as late. */
const UNDER_WAY = 6
const log = createLog('bench', 'silent')

/**
 * `npm run bench -- bus-latency`: from handing a message to the bus until one of three nodes hears it, on Kafka, Redis and
 * RabbitMQ, addressed to one node or to all. Writer, readers and servers share this machine and its clock.
 */
export async function busLatency(): Promise<Measured> {
  const stopServices = await startServices()
  const folder = mkdtempSync(join(tmpdir(), 'bus-latency-'))
  const rabbitmq = await startRabbitmq({ dataDir: folder, throwaway: true, say: console.log })
  const rows: Table = {}
  for (const addressing of ADDRESSINGS) {
    for (const config of await configs(addressing, rabbitmq.address)) {
      for (const rate of RATES) rows[`${config.kind}, ${addressing}, ${rate}/s`] = await measure(config, rate)
    }
  }
  await rabbitmq[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
  await stopServices?.()
  return {
    how: `From when a message was due to be handed to the bus until one of ${NODES} nodes hears it; ${SENDS_PER_SECOND} sends a second, 300 bytes, ${SECONDS} s each.`,
    stoppedBy: 'writer, readers and servers share two cores',
    tables: { main: rows },
  }
}

async function configs(addressing: Addressing, rabbitmqUrl: string): Promise<BusConfig[]> {
  // Loaded after the servers run: it reads their addresses when it is imported.
  const { freshTopics, testServices } = await import('#dev/test/services.ts')
  const { deliveries: topic } = await freshTopics({ name: 'deliveries', partitions: 8 })
  const name = `bench-${randomUUID().slice(0, 8)}`
  return [
    { kind: 'kafka', addressing, brokers: testServices.kafkaBrokers.split(','), topic },
    { kind: 'redis', addressing, name, servers: [testServices.redisUrl] },
    { kind: 'rabbitmq', addressing, name, url: rabbitmqUrl },
  ]
}

/** One bus at so many messages a second. */
export async function measure(config: BusConfig, rate: number): Promise<Table[string]> {
  await using resources = new AsyncDisposableStack()
  const writer = await openWriter(config, { id: 'bench-writer', log, resources })
  const samples: number[] = []
  const heard = new Set<string>()
  let measuring = false
  for (let node = 0; node < NODES; node += 1) {
    const reader = await openReader(config, { id: `n${node}`, log, resources })
    await reader.open(
      { node: `n${node}`, slot: node },
      {
        delivery: ({ data }) => {
          const { sentAtMs, key } = JSON.parse(data) as { sentAtMs: number; key: string }
          if (heard.has(key)) return // in broadcast mode the first node counts
          heard.add(key)
          if (measuring) samples.push(performance.now() - sentAtMs)
        },
        gap: () => {},
      },
    )
  }
  const perSend = rate / SENDS_PER_SECOND
  const underWay = new Set<Promise<unknown>>()
  let sent = 0
  const began = performance.now()
  for (let send = 0; send < SENDS_PER_SECOND * SECONDS; send += 1) {
    const dueAtMs = began + (send * 1_000) / SENDS_PER_SECOND
    await pause(Math.max(0, dueAtMs - performance.now()))
    measuring = send >= WARM_UP_S * SENDS_PER_SECOND
    const batch = Array.from({ length: perSend }, () => addressed(sent++, config.addressing, dueAtMs))
    while (underWay.size >= UNDER_WAY) await Promise.race(underWay)
    const sending = writer.send(batch).finally(() => underWay.delete(sending))
    underWay.add(sending)
  }
  await Promise.all(underWay)
  for (let waits = 0; heard.size < sent && waits < 100; waits += 1) await pause(100)
  return { ...latencyRow(samples), lost: sent - heard.size }
}

/** Timed from when it was due: a bus that makes its writer wait is late, too. */
function addressed(n: number, addressing: Addressing, sentAtMs: number): Addressed {
  const node = n % NODES
  return {
    message: {
      id: `0mubbs7i8abcd-${1_790_000_000_000 + n}-0`,
      stream: `public.show.${n % 50}`,
      event: 'ticket.sold',
      data: JSON.stringify({ sentAtMs, key: `${n}`, filler: 'x'.repeat(200) }),
    },
    recipients: addressing === 'broadcast' ? 'everyone' : [{ node: `n${node}`, slot: node }],
  }
}
