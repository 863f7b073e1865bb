import { get } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createMetrics, listenOps } from './ops.ts'

let ready: boolean
let port: number
let close: () => Promise<void>
beforeEach(async () => {
  ready = true
  const readiness = () => ({ ready, lag: 3 })
  const server = await listenOps(
    { role: 'worker', id: 'w1', metrics: createMetrics('worker'), readiness },
    0,
    '127.0.0.1',
  )
  port = server.port
  close = async () => await server[Symbol.asyncDispose]()
})
afterEach(() => close())

function ask(path: string, host?: string): Promise<{ status: number; body: string }> {
  return new Promise((done, fail) => {
    const headers = host === undefined ? {} : { host }
    get({ host: '127.0.0.1', port, path, headers }, (response) => {
      let body = ''
      response.on('data', (chunk) => (body += chunk)).on('end', () => done({ status: response.statusCode ?? 0, body }))
    }).on('error', fail)
  })
}

describe('a program', () => {
  test('says that it lives, what it is ready for, and what it has counted', async () => {
    expect(await ask('/healthz')).toEqual({ status: 200, body: '{"status":"ok","role":"worker","id":"w1"}' })
    expect(await ask('/readyz')).toEqual({ status: 200, body: '{"role":"worker","id":"w1","ready":true,"lag":3}' })
    expect((await ask('/metrics')).body).toContain('process_cpu_user_seconds_total{role="worker"}')
    ready = false
    expect((await ask('/readyz')).status).toBe(503)
  })

  test.each(['/healthz', '/readyz', '/metrics'])('says nothing of it on the host of a reseller: %s', async (path) => {
    expect((await ask(path, 'luna.localhost:4001')).status).toBe(404)
    expect((await ask(path, 'tickets.example')).status).toBe(404)
    expect((await ask(path, 'node-1:4001')).status).toBe(200)
  })

  test('has nothing else', async () => {
    expect((await ask('/')).status).toBe(404)
  })
})
