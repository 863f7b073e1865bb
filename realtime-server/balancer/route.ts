/** What a request asks of the balancer. `streams` names the node that holds the connection. */
export type Route = { kind: 'sse' | 'ws' | 'where' | 'preflight' | 'unknown' } | { kind: 'streams'; nodeId: string }

/** `<nodeId>.<random>`, see `newConnectionId`; lengths leave room for other ways of making either. */
const STREAMS_PATH = /^\/realtime\/([A-Za-z0-9_-]{1,64})\.[A-Za-z0-9_-]{1,128}\/streams$/

/**
 * Decides by method and path alone, byte for byte: a path that would have to be decoded or tidied up first is unknown,
 * so that node and balancer can never understand it differently.
 * @param target the request's target as it stands in its first line
 */
export function routeOf(method: string, target: string): Route {
  const path = target.split('?', 1)[0] ?? ''
  const nodeId = STREAMS_PATH.exec(path)?.[1]
  const known = nodeId !== undefined || path === '/realtime/sse' || path === '/realtime/where'
  if (method === 'OPTIONS' && known) return { kind: 'preflight' }
  if (method === 'GET' && path === '/realtime/sse') return { kind: 'sse' }
  if (method === 'GET' && path === '/realtime/ws') return { kind: 'ws' }
  if (method === 'GET' && path === '/realtime/where') return { kind: 'where' }
  if (method === 'POST' && nodeId !== undefined) return { kind: 'streams', nodeId }
  return { kind: 'unknown' }
}
