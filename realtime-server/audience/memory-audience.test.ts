import { MemoryEpoch } from '../memory-epoch.ts'
import { MemoryRegistry } from '../registry/memory-registry.ts'
import { LEASE_MS } from '../registry/registry.ts'
import { describeAudience } from './audience.suite.ts'
import { MemoryAudience } from './memory-audience.ts'

describeAudience('an audience in memory', async () => {
  let nowMs = 1_790_000_000_000
  const epoch = new MemoryEpoch(() => nowMs)
  const registry = new MemoryRegistry(epoch)
  const audience = new MemoryAudience(epoch, registry)
  const pass = async (ms: number, except?: string) => {
    const others = (await registry.nodes()).filter(({ id }) => id !== except)
    nowMs += ms
    for (const { id, url, slot } of others) await registry.enter({ id, url, slot }, 4)
  }
  return {
    audience,
    registry,
    pass,
    async mature() {
      epoch.current()
      nowMs += 60_000
    },
    expire: (id) => pass(LEASE_MS + 1_000, id),
    async empty() {
      nowMs += 1
      epoch.end()
    },
    kept: async () => audience.size,
    async [Symbol.asyncDispose]() {},
  }
})
