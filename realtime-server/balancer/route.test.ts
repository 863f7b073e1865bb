import { describe, expect, it } from 'vitest'
import { newConnectionId, newNodeId } from '../node/incarnation.ts'
import { routeOf } from './route.ts'

describe('routes', () => {
  it.each([
    ['GET', '/realtime/sse', 'sse'],
    ['GET', '/realtime/sse?streams=public.show.42', 'sse'],
    ['GET', '/realtime/ws', 'ws'],
    ['GET', '/realtime/ws?streams=public.show.42', 'ws'],
    ['POST', '/realtime/ws', 'unknown'],
    ['GET', '/realtime/ws/', 'unknown'],
    ['GET', '/realtime/wss', 'unknown'],
    ['GET', '/realtime/where', 'where'],
    ['OPTIONS', '/realtime/sse', 'preflight'],
    ['OPTIONS', '/realtime/n1.abc/streams', 'preflight'],
    ['POST', '/realtime/sse', 'unknown'],
    ['HEAD', '/realtime/sse', 'unknown'],
    ['GET', '/realtime/n1.abc/streams', 'unknown'],
    ['GET', '/realtime/sse/', 'unknown'],
    ['GET', '/realtime//sse', 'unknown'],
    ['GET', '/realtime/./sse', 'unknown'],
    ['GET', '/realtime/%73se', 'unknown'],
    ['GET', '/Realtime/sse', 'unknown'],
    ['GET', 'http://elsewhere/realtime/sse', 'unknown'],
    ['GET', '/', 'unknown'],
    ['GET', '*', 'unknown'],
    ['OPTIONS', '*', 'unknown'],
    ['POST', '/realtime/n1/streams', 'unknown'],
    ['POST', '/realtime/.abc/streams', 'unknown'],
    ['POST', '/realtime/n1./streams', 'unknown'],
    ['POST', '/realtime/n1.a.b/streams', 'unknown'],
    ['POST', '/realtime/n1.a%2Fb/streams', 'unknown'],
    ['POST', '/realtime/../realtime/n1.abc/streams', 'unknown'],
    ['POST', `/realtime/${'n'.repeat(65)}.abc/streams`, 'unknown'],
  ])('%s %s is %s', (method, target, kind) => {
    expect(routeOf(method, target).kind).toBe(kind)
  })

  it('find the node in every connection id that a node makes', () => {
    const nodeId = newNodeId()
    expect(routeOf('POST', `/realtime/${newConnectionId(nodeId)}/streams?x=1`)).toEqual({ kind: 'streams', nodeId })
  })
})
