import { expect, test } from 'vitest'
import { isMachineHost } from './machine-host.ts'

test.each(['localhost', 'LOCALHOST:3000', 'node-1:4001', '127.0.0.1', '10.0.3.17:3000', '[::1]:3000'])(
  '%j is a machine',
  (header) => {
    expect(isMachineHost(header)).toBe(true)
  },
)

test.each([
  ...[null, undefined, '', 'aurora.localhost', 'aurora.localhost:4000', 'localhost.', '127.0.0.1.example.com'],
  ...['localhost@x', '[::1]x', '-node', 'node-', 'a b', 'localhost:', 'localhost/metrics'],
])('%j is not', (header) => {
  expect(isMachineHost(header)).toBe(false)
})
