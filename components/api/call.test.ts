import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { call } from './call.ts'

const DATE = 'Sat, 28 Nov 2026 12:00:00 GMT'

/** @returns the dates that were heard from a response, however the call ended */
async function heard(body: string | null, status: number): Promise<string[]> {
  vi.stubGlobal('fetch', async () => new Response(body, { status, headers: { date: DATE } }))
  const dates: string[] = []
  await call('/api/announcements', { onDate: (at) => dates.push(at) }).catch(() => undefined)
  return dates
}

describe('the clock of an answer', () => {
  beforeEach(() => vi.stubGlobal('document', { documentElement: { lang: 'en-GB' } }))
  afterEach(() => void vi.unstubAllGlobals())

  it('is heard from the storefront', async () => {
    expect(await heard('{"items":[]}', 200)).toEqual([DATE])
  })

  it.each([
    ['an error', '{"type":"storefront/internal"}', 503],
    ['the page of a captive portal', '<html>Sign in</html>', 200],
    ['its refusal', '<html>Sign in</html>', 511],
    ['an answer that says nothing', null, 204],
  ])('is not heard from %s', async (_, body, status) => {
    expect(await heard(body, status)).toEqual([])
  })
})
