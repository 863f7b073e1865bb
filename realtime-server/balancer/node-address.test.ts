import { expect, it } from 'vitest'
import type { Scheme } from './client-address.ts'
import { nodeAddress } from './node-address.ts'

it.each<[string, Scheme, string]>([
  ['http://10.0.0.7:4101', 'http', 'http://aurora.example:4101'],
  ['http://10.0.0.7:4101', 'https', 'https://aurora.example:4101'],
  ['http://10.0.0.7', 'http', 'http://aurora.example:80'],
  ['http://10.0.0.7', 'https', 'https://aurora.example:443'],
  ['https://10.0.0.7:443', 'https', 'https://aurora.example:443'],
])('a node at %s, asked for over %s, is at %s', (nodeUrl, scheme, expected) => {
  expect(nodeAddress(nodeUrl, scheme, 'aurora.example')).toBe(expected)
})
