import { setTimeout as sleep } from 'node:timers/promises'
import { createLog } from '#platform/log.ts'
import type { NodeInfo } from '../registry/registry.ts'
import { HANDSHAKE } from '../test/raw-websocket.ts'
import { startBalancer } from './balancer.ts'
import type { BalancerConfig } from './config.ts'
import type { FakeNode } from './fake-node.fixture.ts'
import { RawClient } from './raw-client.fixture.ts'

const HOST = 'aurora.localhost:4000'

/** A balancer on a free port whose registry is a list in the test's hands. */
export class TestBalancer implements AsyncDisposable {
  /** What the registry says, or that it does not answer. */
  registry: readonly FakeNode[] | 'down'
  /** How often the registry was asked. */
  refreshes = 0
  readonly #resources = new AsyncDisposableStack()
  #url = ''

  private constructor(nodes: readonly FakeNode[]) {
    this.registry = nodes
  }

  static async start(nodes: readonly FakeNode[], config: Partial<BalancerConfig> = {}): Promise<TestBalancer> {
    const balancer = new TestBalancer(nodes)
    const program = { log: createLog('balancer', 'silent'), resources: balancer.#resources }
    const usual = {
      port: 0,
      host: '127.0.0.1',
      maxConnections: 1_000,
      maxPerAddress: 1_000,
      connectsPerAddress: 1_000,
      trustedProxies: [],
      drainMs: 0,
    }
    const { url } = await startBalancer(program, { ...usual, ...config }, { nodes: () => balancer.#nodes() })
    balancer.#url = url
    return balancer
  }

  get port(): number {
    return Number(new URL(this.#url).port)
  }

  /** Sends bytes as they are. */
  say(bytes: string | Buffer): RawClient {
    return new RawClient(this.port, bytes)
  }

  /** Sends a request with these headers besides Host. */
  ask(method: string, path: string, headers: Record<string, string> = {}, body = ''): RawClient {
    const lines = Object.entries({ Host: HOST, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
    return this.say(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
  }

  /** Opens a stream. */
  view(headers: Record<string, string> = {}): RawClient {
    return this.ask('GET', '/realtime/sse?streams=public.show.42', headers)
  }

  /** Asks for a WebSocket; a header that is empty is left out. */
  upgrade(headers: Record<string, string> = {}): RawClient {
    const all = Object.entries({ ...HANDSHAKE, ...headers }).filter(([, value]) => value !== '')
    return this.ask('GET', '/realtime/ws?streams=public.show.42', Object.fromEntries(all))
  }

  /** One figure from /metrics, e.g. `realtime_proxied_connections`. @param label a value that one of its labels has */
  async metric(name: string, label = ''): Promise<number> {
    const { body } = await this.ask('GET', '/metrics', { Host: '127.0.0.1' }).answer()
    const line = body.split('\n').find((one) => one.startsWith(`${name}{`) && one.includes(label))
    return Number(line?.split(' ').at(-1) ?? Number.NaN)
  }

  /** Resolves when the registry has been asked again, and its answer was taken in. */
  async refreshed(): Promise<void> {
    const before = this.refreshes
    await until(() => this.refreshes > before + 1)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#resources.disposeAsync()
  }

  async #nodes(): Promise<NodeInfo[]> {
    this.refreshes += 1
    if (this.registry === 'down') throw new Error('the registry is down')
    return this.registry.map((node) => node.info)
  }
}

/** Resolves when it holds; the test's own timeout ends a wait in vain. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(5)
}
