import { expect, it } from 'vitest'
import { resellerKey } from './reseller-keys.ts'

it.each([
  [{ aurora: 'own', '*': 'demo-{reseller}' }, 'aurora', 'own'],
  [{ aurora: 'own', '*': 'demo-{reseller}' }, 'luna', 'demo-luna'],
  [{ aurora: 'own' }, 'luna', null],
  [{}, 'constructor', null],
])('in %j the key of %s is %s', (keys, resellerId, key) => {
  expect(resellerKey(keys, resellerId)).toBe(key)
})
