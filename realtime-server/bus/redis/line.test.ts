import { expect, test } from 'vitest'
import { movedTo } from './line.ts'

const server = 'rediss://rt:s%20cret@10.0.0.1:6379'

test.each([
  ['to another server, with the same credentials', 'MOVED 866 10.0.0.2:7001', 'rediss://rt:s%20cret@10.0.0.2:7001'],
  ['to a name', 'MOVED 866 redis-2.internal:7001', 'rediss://rt:s%20cret@redis-2.internal:7001'],
  ['to another port of the same server', 'MOVED 866 :7001', 'rediss://rt:s%20cret@10.0.0.1:7001'],
  ['to an IPv6 address', 'MOVED 866 fd00::2:7001', 'rediss://rt:s%20cret@[fd00::2]:7001'],
])('a cluster sends on %s', (_what, message, address) => {
  expect(movedTo(server, message)).toBe(address)
})

test.each(['CLUSTERDOWN Hash slot not served', 'MOVED', 'NOAUTH Authentication required.', ''])(
  'but not by %j',
  (message) => {
    expect(movedTo(server, message)).toBe(null)
  },
)
