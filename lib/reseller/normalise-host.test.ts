import { describe, expect, it } from 'vitest'
import { normaliseHost } from './normalise-host.ts'

describe('normaliseHost', () => {
  it.each([
    ['aurora.localhost', 'aurora.localhost'],
    ['Aurora.LOCALHOST', 'aurora.localhost'],
    ['aurora.localhost:3000', 'aurora.localhost'],
    ['aurora.localhost.', 'aurora.localhost'],
    ['AURORA.localhost.:443', 'aurora.localhost'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['BÜCHER.example:8080', 'xn--bcher-kva.example'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['ａurora.localhost', 'aurora.localhost'],
    ['127.0.0.1:3000', '127.0.0.1'],
    [`${'a'.repeat(63)}.example`, `${'a'.repeat(63)}.example`],
  ])('reads %j as %j', (header, host) => {
    expect(normaliseHost(header)).toBe(host)
  })

  it.each([
    null,
    '',
    '.',
    ':3000',
    '..',
    'aurora..localhost',
    'aurora.localhost..',
    '.aurora.localhost',
    'aurora.localhost:3000:3000',
    'aurora.localhost:port',
    'aurora.localhost:123456',
    'aurora.localhost/',
    'aurora.localhost#',
    'user@aurora.localhost',
    'aurora.localhost,luna.localhost',
    'aurora localhost',
    ' aurora.localhost',
    'aurora.localhost\t',
    'aurora%2elocalhost',
    'aurora_1.localhost',
    '-aurora.localhost',
    'aurora\0.localhost',
    '../luna',
    '[::1]',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(130)}example`,
    '\ud800.example',
  ])('refuses %j', (header) => {
    expect(normaliseHost(header)).toBeNull()
  })
})
