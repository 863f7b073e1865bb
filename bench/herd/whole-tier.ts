import type { TestTier, TierProcess } from '#realtime/test/tier.ts'
import { PRODUCTION_HEAP, ROOM } from './stage.ts'

/** A dispatcher, three nodes and a balancer, as production starts them, on real Redis and Kafka. */
export interface WholeTier extends AsyncDisposable {
  readonly tier: TestTier
  readonly nodes: readonly TierProcess[]
  readonly balancer: TierProcess
}

const NODES = 3

/** Starts it; the servers must run. */
export async function openWholeTier(): Promise<WholeTier> {
  // Loaded after the servers run: it reads their addresses when it is imported.
  const { TestTier } = await import('#realtime/test/tier.ts')
  const tier = await TestTier.start()
  const startNodes = Array.from({ length: NODES }, () => tier.node(PRODUCTION_HEAP))
  const [, ...nodes] = await Promise.all([tier.dispatcher(), ...startNodes])
  const balancer = await tier.balancer({ ...PRODUCTION_HEAP, ...ROOM })
  return { tier, nodes, balancer, [Symbol.asyncDispose]: () => tier[Symbol.asyncDispose]() }
}
