import { setTimeout as pause } from 'node:timers/promises'
import { createLog } from '#platform/log.ts'
import { openRedis } from '#platform/redis.ts'
import { RedisRegistry } from '#realtime/registry/redis-registry.ts'
import { BEAT_MS } from '#realtime/registry/registry.ts'

/*
 * `node bench/addressing/beats.ts <redis URL> <node>,<node>…`: keeps nodes alive that are nothing but entries in the
 * registry. In a process of its own, since beats are paid by nodes and not by the dispatcher that is measured.
 */

const [url = '', nodes = ''] = process.argv.slice(2)
process.on('disconnect', () => process.exit(0))
const registry = new RedisRegistry(await openRedis(url, createLog('bench', 'silent'), 10_000))
for (;;) {
  await Promise.all(nodes.split(',').map((node) => registry.beat(node, { state: 'ready', connections: 9_000 })))
  process.send?.('beaten')
  await pause(BEAT_MS)
}
