import type { RawData, WebSocket } from 'ws'
import type { RealtimeProblemType } from '#contracts/connection.ts'
import type { ClientMessage } from '#contracts/websocket.ts'
import type { Connection } from '../hub/connection.ts'
import { TokenBucket } from '../limits/token-bucket.ts'
import { readClientMessage } from '../transports/client-message.ts'
import { problemOf } from '../transports/problem.ts'
import type { WsWire } from '../transports/ws-wire.ts'
import { changeStreams } from './change-streams.ts'
import type { Connections } from './connections.ts'

/**
 * A page subscribes to some of its 32 streams at once and to others as a person moves about, and pings now and then.
 * Each message may cost a read of Redis: twice 32 at once and two a second is more than any person causes.
 */
const MESSAGES = { burst: 64, perSecond: 2 }
/** Changes that wait for their turn. They are quick unless Redis is away, and then asking on does not help. */
const MAX_WAITING = 32

type Change = Exclude<ClientMessage, { event: 'ping' }>

/** Does what the client of a WebSocket says, and ends a connection whose client does not keep to the rules. */
export function listenToClient(ws: WebSocket, wire: WsWire, connection: Connection, connections: Connections): void {
  const bucket = new TokenBucket(MESSAGES, performance.now())
  let waiting = 0
  const misuse = () => connection.close('misuse', connections.retryMs())
  const complain = (type: RealtimeProblemType, detail: string, streams?: readonly string[]) =>
    wire.say({ event: 'problem', ...problemOf(type, detail), ...(streams ? { streams: [...streams] } : {}) })

  /** Everything counts, pings and pongs too: they cost nothing to make and something to read. */
  const heard = (): boolean => {
    wire.heard()
    if (connection.closed) return false
    if (bucket.take(performance.now())) return true
    misuse()
    return false
  }
  const change = async ({ event, streams }: Change) => {
    if (waiting >= MAX_WAITING) return complain('realtime/unavailable', 'Too many changes wait; try later.', streams)
    waiting += 1
    const wanted = { subscribe: [], unsubscribe: [], [event]: streams }
    const changed = await changeStreams(connections, connection, null, wanted).finally(() => {
      waiting -= 1
    })
    if (connection.closed) return
    if ('problem' in changed) complain(changed.problem, changed.detail, streams)
    else wire.say({ event: 'streams', ...changed })
  }
  const onMessage = (data: RawData, isBinary: boolean) => {
    if (!heard()) return
    if (isBinary) {
      ws.close(1003, 'text only')
      misuse()
      return
    }
    const said = readClientMessage(data.toString())
    if (said === 'malformed') complain('realtime/invalid-request', 'A message is {"event": …}, see the contract.')
    else if (said === 'unknown') return
    else if (said.event === 'ping') wire.say({ event: 'pong' })
    else change(said).catch(() => misuse())
  }
  ws.on('message', onMessage)
  ws.on('ping', heard)
  ws.on('pong', heard)
  ws.on('error', misuse) // `ws` has said what was wrong with the frame
}
