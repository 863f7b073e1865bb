import { expect, test } from 'vitest'
import { readConsoleConfig } from './config.ts'

const env = { REGISTRY_REDIS_URL: 'redis://127.0.0.1:6379', CONSOLE_TOKEN: 'a-token-of-twenty-two-c' }

test('the console needs a token that cannot be guessed', () => {
  expect(readConsoleConfig(env)).toMatchObject({ port: 4_600, host: '127.0.0.1', balancers: [], dispatchers: [] })
  for (const CONSOLE_TOKEN of ['', 'fifteen-letters', 'x'.repeat(201)])
    expect(() => readConsoleConfig({ ...env, CONSOLE_TOKEN })).toThrow('CONSOLE_TOKEN')
})

test('the console is told where balancers and dispatchers answer', () => {
  const CONSOLE_BALANCERS = 'http://10.0.0.1:4000/, http://10.0.0.2:4000'
  expect(readConsoleConfig({ ...env, CONSOLE_BALANCERS }).balancers).toEqual([
    'http://10.0.0.1:4000',
    'http://10.0.0.2:4000',
  ])
  for (const CONSOLE_DISPATCHERS of ['10.0.0.1:4000', 'file:///etc/passwd', 'x'])
    expect(() => readConsoleConfig({ ...env, CONSOLE_DISPATCHERS })).toThrow('CONSOLE_DISPATCHERS')
})
