import { MemoryEpoch } from '../memory-epoch.ts'
import { MemoryRegistry } from './memory-registry.ts'
import { describeRegistry } from './registry.suite.ts'
import { LEASE_MS, type NodeLoad } from './registry.ts'

describeRegistry('a registry in memory', async () => {
  let nowMs = 1_790_000_000_000
  const epoch = new MemoryEpoch(() => nowMs)
  const registry = new MemoryRegistry(epoch)
  const loads = new Map<string, NodeLoad>()
  return {
    registry,
    async mature() {
      epoch.current()
      nowMs += 60_000
    },
    async expire(id, agoMs) {
      const others = (await registry.nodes()).filter((node) => node.id !== id)
      for (const { id: other, state, connections } of others) loads.set(other, { state, connections })
      nowMs += LEASE_MS + agoMs
      for (const { id: other, url, slot } of others) {
        await registry.enter({ id: other, url, slot }, 4)
        await registry.beat(other, loads.get(other) as NodeLoad)
      }
    },
    async empty() {
      nowMs += 1
      epoch.end()
    },
    async [Symbol.asyncDispose]() {},
  }
})
