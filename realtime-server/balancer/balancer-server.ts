import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RealtimeProblemType } from '#contracts/connection.ts'
import type { Log } from '#platform/log.ts'
import { answerOps, type Ops } from '#platform/ops.ts'
import { hostnameOfHost } from '../transports/host.ts'
import { decideOrigin, PREFLIGHT_HEADERS } from '../transports/origin.ts'
import { sendProblem } from '../transports/problem.ts'
import { answerWhere, type Call, type CallDeps, changeStreams, openSse, openWebSocket } from './calls.ts'
import type { BalancerConfig } from './config.ts'
import { createDoor, type Door, frontOf } from './door.ts'
import { Gate } from './gate.ts'
import { countHeader } from './node-head.ts'
import { routeOf } from './route.ts'

export interface BalancerDeps extends CallDeps {
  readonly config: Pick<BalancerConfig, 'maxConnections' | 'maxPerAddress' | 'connectsPerAddress' | 'trustedProxies'>
  readonly ops: Ops
  readonly log: Log
}

/** The balancer's server: streams and changes of streams go on to nodes, the rest is answered here. */
export function createBalancerServer(deps: BalancerDeps): Door {
  const { config, metrics, log } = deps
  const gate = new Gate(config)
  return createDoor({ maxConnections: config.maxConnections, gate, metrics }, (request, response) => {
    serve(deps, gate, request, response).catch((error) => {
      if (frontOf(request).destroyed) return // the viewer went while it was sending
      log.error({ err: error }, 'a request failed')
      if (!response.headersSent) sendProblem(response, 'realtime/unavailable', 'Please try again.', retryAfter())
    })
  })
}

async function serve(
  deps: BalancerDeps,
  gate: Gate,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const front = frontOf(request)
  const { host, origin } = request.headers
  if (answerOps(deps.ops, request, response)) return
  const decision = decideOrigin(origin, host)
  const cors = decision.allowed ? decision.headers : {}
  const refuse = (type: RealtimeProblemType, detail: string, headers: Readonly<Record<string, string>> = {}) => {
    deps.metrics.refused.inc({ type })
    const wait = COME_AGAIN.has(type) ? retryAfter() : {}
    sendProblem(response, type, detail, { ...wait, ...headers, ...cors })
  }
  const hostname = hostnameOfHost(host)
  if (request.httpVersionMajor !== 1 || hostname === null || countHeader(request.rawHeaders, 'host') !== 1) {
    return refuse('realtime/invalid-request', 'The request must be HTTP/1 and name one host.')
  }
  if (!decision.allowed) return refuse('realtime/forbidden', 'This origin may not use the streams of this host.')
  const admission = gate.admitClient(front, request.headers)
  if (admission.client === null) {
    deps.metrics.limited.inc({ over: admission.over })
    return refuse('realtime/too-often', OVER[admission.over])
  }
  const { client, scheme } = admission
  await answer(deps, { request, response, front, hostname, client, scheme, cors, refuse })
}

async function answer(deps: BalancerDeps, call: Call): Promise<void> {
  const { request, response, cors } = call
  const route = routeOf(request.method ?? '', request.url ?? '')
  switch (route.kind) {
    case 'sse':
      return openSse(deps, call)
    case 'ws':
      return openWebSocket(deps, call)
    case 'streams':
      return changeStreams(deps, call, route.nodeId)
    case 'where':
      return answerWhere(deps, call)
    case 'preflight':
      response.writeHead(204, { ...PREFLIGHT_HEADERS, ...cors }).end()
      return
    case 'unknown':
      call.refuse('realtime/not-found', 'There is nothing here: try GET /realtime/sse?streams=public.show.<showId>.')
  }
}

/** What may be different in a moment. */
const COME_AGAIN: ReadonlySet<RealtimeProblemType> = new Set([
  'realtime/too-often',
  'realtime/full',
  'realtime/unavailable',
])

const OVER = {
  share: 'This address has as many connections as it may.',
  rate: 'This address asks too often; come again in a moment.',
}

/** Those who are refused together should not come back together. */
const retryAfter = () => ({ 'retry-after': `${1 + Math.floor(Math.random() * 3)}` })
