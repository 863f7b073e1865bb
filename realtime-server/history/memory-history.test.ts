import { MemoryEpoch } from '../memory-epoch.ts'
import { describeHistory, LENGTH_IN_TEST } from './history.suite.ts'
import { HISTORY_LIMITS, HISTORY_TTL_MS, LAST_TTL_MS } from './history.ts'
import { MemoryHistory } from './memory-history.ts'

describeHistory('a history in memory', async () => {
  let nowMs = 1_790_000_000_000
  const epoch = new MemoryEpoch(() => nowMs)
  return {
    history: new MemoryHistory(epoch, { ...HISTORY_LIMITS, length: LENGTH_IN_TEST }),
    async forget(_stream, what) {
      nowMs += what === 'entries' ? HISTORY_TTL_MS : LAST_TTL_MS
    },
    async empty() {
      nowMs += 1
      epoch.end()
    },
    async [Symbol.asyncDispose]() {},
  }
})
