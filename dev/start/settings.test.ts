import { describe, expect, it } from 'vitest'
import { readSettings } from './settings.ts'

const usual = { storefront: 3000, balancer: 4000, core: 4100, resellerService: 4200, mail: 4300 }

describe('what npm start is told', () => {
  it('is nothing, mostly', () => {
    expect(readSettings([], {})).toEqual({ ports: usual })
  })

  it('may be other ports, by variable or flag', () => {
    expect(readSettings([], { PORT: '8080', CORE_PORT: '8100' }).ports).toEqual({
      ...usual,
      storefront: 8080,
      core: 8100,
    })
    expect(readSettings(['--port', '8081'], { PORT: '8080' }).ports.storefront).toBe(8081)
  })

  it('may be a crowd', () => {
    expect(readSettings(['--crowd', '2.5'], {}).crowd).toBe(2.5)
  })

  it.each([
    ['a port that is none', ['--port', 'http'], '--port must be a port between 1 and 65535, not http'],
    ['a crowd of nobody', ['--crowd', '0'], '--crowd takes tickets per second'],
    ['a word it does not know', ['--colour'], "Unknown option '--colour'"],
  ])('is refused in one line when it is %s', (_case, args, line) => {
    expect(() => readSettings(args, {})).toThrow(line)
  })
})
