import { describe, expect, it } from 'vitest'
import { hostnameOfHost, isMachineHost } from './host.ts'

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

describe('a host that is the machine itself', () => {
  it.each([
    ['127.0.0.1:4000', true],
    ['localhost:4000', true],
    ['10.1.2.3', true],
    ['[::1]:4000', true],
    ['aurora.localhost:4000', false],
    ['localhost.evil.example', false],
    ['127.0.0.1.evil.example', false],
    ['', false],
    [undefined, false],
  ])('%j: %s', (host, expected) => {
    expect(isMachineHost(host)).toBe(expected)
  })
})
