import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import type { BusConfig } from '#realtime/bus/bus-config.ts'
import type { NodeAddress } from '#realtime/registry/registry.ts'

const Counted = z.object({ heard: z.int(), forUs: z.int(), cpuUs: z.number() })
export type Counted = z.infer<typeof Counted>

/** One node that really reads, in a process of its own: one-node.ts. */
export class RealNode implements Disposable {
  readonly #child: ChildProcess

  private constructor(child: ChildProcess) {
    this.#child = child
  }

  /** Resolves when it hears its address. */
  static async start(config: BusConfig, target: NodeAddress, streams: readonly string[]): Promise<RealNode> {
    const options = JSON.stringify({ config, ...target, streams })
    const quiet = ['--disable-warning=TimeoutNegativeWarning']
    const child = fork(join(import.meta.dirname, 'one-node.ts'), [options], { execArgv: quiet })
    await nextMessage(child)
    return new RealNode(child)
  }

  /** What it has heard since it started, and what that cost it. */
  async counted(): Promise<Counted> {
    const answer = nextMessage(this.#child)
    this.#child.send('count')
    return answer
  }

  [Symbol.dispose](): void {
    this.#child.kill('SIGKILL')
  }
}

async function nextMessage(child: ChildProcess): Promise<Counted> {
  const over = new AbortController()
  const left = once(child, 'exit', { signal: over.signal }).then(([code]) => {
    throw new Error(`the node left with ${code}`)
  })
  try {
    const [message] = await Promise.race([once(child, 'message'), left])
    return Counted.parse(message)
  } finally {
    over.abort()
    await left.catch(() => {})
  }
}
