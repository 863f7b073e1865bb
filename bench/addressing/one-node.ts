import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { createLog } from '#platform/log.ts'
import type { BusConfig } from '#realtime/bus/bus-config.ts'
import { openReader } from '#realtime/bus/open-bus.ts'

/*
 * `node bench/addressing/one-node.ts <options as JSON>`: one node's end of a bus, and what a node does first with what it
 * hears: look whether it is for this node, and whether anybody here follows it. Tells, whenever asked, what that cost.
 */

const options = z
  .object({
    // Our own bench's: what is in it is checked by whoever opens the bus.
    config: z.custom<BusConfig>((value) => typeof value === 'object'),
    node: z.string(),
    slot: z.int(),
    streams: z.array(z.string()),
  })
  .parse(JSON.parse(process.argv[2] ?? ''))
const streams = new Set(options.streams)
const counted = { heard: 0, forUs: 0 }

// A Kafka group that the last one left without a word would make the next one wait.
const opening = { id: randomUUID(), log: createLog('bench', 'silent'), resources: new AsyncDisposableStack() }
const reader = await openReader(options.config, opening)
await reader.open(options, {
  delivery({ nodes, stream }) {
    counted.heard += 1
    if ((nodes === '*' || nodes.includes(options.node)) && streams.has(stream)) counted.forUs += 1
  },
  gap: () => {},
})

process.on('disconnect', () => process.exit(0))
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ ...counted, cpuUs: user + system })
})
process.send?.({ ...counted, cpuUs: 0 })
