import { randomUUID } from 'node:crypto'
import { createLog } from '#platform/log.ts'
import { MemoryAudience } from '#realtime/audience/memory-audience.ts'
import { MemoryBus } from '#realtime/bus/memory-bus.ts'
import { dispatch } from '#realtime/dispatcher/dispatcher.ts'
import { MemoryHistory } from '#realtime/history/memory-history.ts'
import { MemoryEpoch } from '#realtime/memory-epoch.ts'
import { newNodeId } from '#realtime/node/incarnation.ts'
import { startNode } from '#realtime/node/node.ts'
import { MemoryRegistry } from '#realtime/registry/memory-registry.ts'
import { onLine, tellListening } from './lines.ts'

/*
 * One of our nodes as it is, and a dispatcher, in this process. Registry, history and bus are the ones in memory: what is
 * measured is the holding of viewers and the writing to them, which is where the others have their cost, too.
 */

const [, , port, verificationKeys = ''] = process.argv
const epoch = new MemoryEpoch()
const registry = new MemoryRegistry(epoch)
const history = new MemoryHistory(epoch)
const bus = new MemoryBus(1)
const config = {
  port: Number(port),
  host: '127.0.0.1',
  verificationKeys: JSON.parse(verificationKeys),
  maxConnections: 19_900,
  drainMs: 0,
}
const program = { log: createLog('bench', 'silent'), resources: new AsyncDisposableStack() }
const audience = new MemoryAudience(epoch, registry)
await startNode(program, config, newNodeId(), { registry, history, audience, reader: bus.reader() })
tellListening()
const deps = { history, registry, writer: bus.writer() }
const stream = 'public.show.1'
onLine((data) => {
  void dispatch(deps, [{ eventId: randomUUID(), stream, interest: stream, event: 'ticket.sold', data }])
})
