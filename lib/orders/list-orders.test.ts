import { describe, expect, it } from 'vitest'
import type { CoreClient } from '#lib/core/client.ts'
import type { Site } from '#lib/reseller/site.ts'
import { listOrders } from './list-orders.ts'

const site = { resellerId: 'aurora' } as Site
const refusal = { ok: false, problem: { type: 'core/invalid-request' } }
const nothing = { ok: true, value: { items: [], nextCursor: null } }
const coreWith = (answerTo: (path: string) => object) => ({
  core: { get: async (_: string, path: string) => answerTo(path) } as unknown as CoreClient,
})

describe('a page of orders', () => {
  it('is the first when core does not know the cursor', async () => {
    const core = coreWith((path) => (path.includes('cursor') ? refusal : nothing))
    expect(await listOrders(site, 'ada', 'old', core)).toEqual({ items: [], nextCursor: null })
  })

  it.each([null, 'old'])('is not an empty one when core refuses the first, after %s', async (cursor) => {
    const refusing = coreWith(() => refusal)
    await expect(listOrders(site, 'ada', cursor, refusing)).rejects.toMatchObject({ name: 'CoreUnavailable' })
  })
})
