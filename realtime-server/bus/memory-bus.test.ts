import { describeBus } from './bus.suite.ts'
import { MemoryBus } from './memory-bus.ts'

describeBus('a bus in memory', 'targeted', async () => {
  const bus = new MemoryBus(4)
  const resources = new AsyncDisposableStack()
  return {
    writer: bus.writer(),
    reader: async () => resources.use(bus.reader()),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
})
