import { describe, expect, it } from 'vitest'
import { hostnameOfHost } from './host.ts'

describe('the hostname of a Host header', () => {
  it.each([
    ['aurora.localhost:4000', 'aurora.localhost'],
    ['AURORA.localhost', 'aurora.localhost'],
    ['aurora.localhost.:4000', 'aurora.localhost'],
    ['[::1]:4000', '[::1]'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
    ['', null],
    [undefined, null],
    ['aurora.localhost:99999', null],
    ['aurora.localhost/realtime', null],
    ['user@aurora.localhost', null],
    ['a b', null],
    ['[::1', null],
  ])('%j is %j', (host, hostname) => {
    expect(hostnameOfHost(host)).toBe(hostname)
  })
})
