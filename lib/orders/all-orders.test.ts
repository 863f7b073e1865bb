import { expect, it } from 'vitest'
import type { OrderPage } from '#contracts/order.ts'
import type { CoreClient } from '#lib/core/client.ts'
import type { Site } from '#lib/reseller/site.ts'
import { allOrders } from './all-orders.ts'

const site = { resellerId: 'aurora' } as Site
const page = (id: string, nextCursor: string | null) => ({ items: [{ id }], nextCursor }) as unknown as OrderPage

/** Answers with a page for each cursor, and refuses where there is none. */
function coreWith(pageOf: (cursor: string | null) => OrderPage | null) {
  const get = async (_: string, path: string) => {
    const value = pageOf(new URL(path, 'http://core').searchParams.get('cursor'))
    return value ? { ok: true, value } : { ok: false, problem: { type: 'core/invalid-request' } }
  }
  return { core: { get } as unknown as CoreClient }
}

it('are read page by page', async () => {
  const core = coreWith((cursor) => (cursor === null ? page('new', 'next') : page('old', null)))
  const { orders, complete } = await allOrders(site, 'ada', core)
  expect(orders.map(({ id }) => id)).toEqual(['new', 'old'])
  expect(complete).toBe(true)
})

it.each(['first', 'second'])('are not there when core refuses the %s page', async (refused) => {
  const core = coreWith((cursor) => (cursor === null && refused === 'second' ? page('new', 'next') : null))
  await expect(allOrders(site, 'ada', core)).rejects.toMatchObject({ name: 'CoreUnavailable' })
})

it('say when there are more of them than are read', async () => {
  const { orders, complete } = await allOrders(
    site,
    'ada',
    coreWith((cursor) => page(`order ${cursor}`, String(Number(cursor) + 1))),
  )
  expect(orders).toHaveLength(20)
  expect(complete).toBe(false)
})
