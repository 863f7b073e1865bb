import { NodeSocket } from './node-socket.ts'

/** A node that has not begun to answer by then is frozen, or so busy that another one serves better. */
const FIRST_BYTE_TIMEOUT_MS = 2_000

/** Why no answer came: no connection · nothing within the time · closed without a byte · the viewer went. */
export type DialFailure = 'refused' | 'timeout' | 'closed' | 'gone'

/** A node that has begun to answer; nothing more is read until somebody takes it and resumes the socket. */
export interface Answering {
  readonly node: NodeSocket
  /** The first bytes of the answer. */
  readonly first: Buffer
}

/** Connects to a node, sends the request, and waits for the first bytes of an answer. */
export function dial(url: string, request: Buffer, signal: AbortSignal): Promise<Answering | DialFailure> {
  const { promise, resolve } = Promise.withResolvers<Answering | DialFailure>()
  const node = new NodeSocket(url, (first) => {
    settle({ node, first })
    return false
  })
  const { socket } = node
  let connected = false
  const onConnect = () => {
    connected = true
  }
  const onEnd = () => settle(connected ? 'closed' : 'refused')
  const onAbort = () => settle('gone')
  const timer = setTimeout(() => settle('timeout'), FIRST_BYTE_TIMEOUT_MS)
  const settle = (outcome: Answering | DialFailure) => {
    clearTimeout(timer)
    signal.removeEventListener('abort', onAbort)
    socket.off('connect', onConnect).off('close', onEnd).off('end', onEnd)
    if (typeof outcome === 'string') socket.destroy()
    resolve(outcome)
  }
  signal.addEventListener('abort', onAbort)
  socket.on('connect', onConnect).on('close', onEnd).on('end', onEnd)
  socket.write(request)
  return promise
}
