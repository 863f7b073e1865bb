import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { isMachineHost } from './machine-host.ts'

/** What a process tells about itself. */
export interface Ops {
  readonly role: string
  readonly id: string
  readonly metrics: Registry
  /** `ready` decides the status of /readyz; everything else is shown beside it. */
  readiness(): { ready: boolean } & Record<string, unknown>
}

/** A metrics registry with the process's own figures (memory, event loop lag, CPU) and a `role` label. */
export function createMetrics(role: string): Registry {
  const metrics = new Registry()
  metrics.setDefaultLabels({ role })
  collectDefaultMetrics({ register: metrics })
  return metrics
}

/**
 * Answers `/healthz` (the process is alive), `/readyz` (it may take traffic: 200, else 503) and `/metrics`, to neighbours
 * only: a browser that knows this port from `/realtime/where` calls it by a reseller's host.
 * @returns false when the path is none of these or the host is a reseller's, and nothing was answered.
 */
export function answerOps(ops: Ops, request: IncomingMessage, response: ServerResponse): boolean {
  if (!isMachineHost(request.headers.host)) return false
  switch (request.url) {
    case '/healthz':
      sendJson(response, 200, { status: 'ok', role: ops.role, id: ops.id })
      return true
    case '/readyz': {
      const state = ops.readiness()
      sendJson(response, state.ready ? 200 : 503, { role: ops.role, id: ops.id, ...state })
      return true
    }
    case '/metrics':
      void sendMetrics(ops.metrics, response)
      return true
    default:
      return false
  }
}

/** An HTTP server for nothing but {@link answerOps}, for programs that serve no traffic of their own. */
export async function listenOps(ops: Ops, port: number, host: string): Promise<AsyncDisposable & { port: number }> {
  const server = createServer((request, response) => {
    if (!answerOps(ops, request, response)) sendJson(response, 404, { status: 'not found' })
  })
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

async function sendMetrics(metrics: Registry, response: ServerResponse): Promise<void> {
  try {
    const text = await metrics.metrics()
    response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(text)
  } catch {
    response.writeHead(500).end()
  }
}
