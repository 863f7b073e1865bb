import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleShow } from '#dev/core/testing/sample-show.ts'
import { customer, openNotifyWorld } from '../notifications/notify-in-test.fixture.ts'

let world: Awaited<ReturnType<typeof openNotifyWorld>>
beforeAll(async () => {
  world = await openNotifyWorld()
  await world.core.store(sampleShow())
})
afterAll(() => world[Symbol.asyncDispose]())

const keptOf = (resellerId: string, orderId: string) =>
  world.inside(resellerId, async (transaction) => ({
    lookups: await transaction.orderLookup.findMany({ where: { orderId } }),
    words: (await transaction.orderWord.findMany({ where: { orderId } })).map(({ kind, word }) => `${kind} ${word}`),
    steps: (await transaction.orderStep.findMany({ where: { orderId }, orderBy: { at: 'asc' } })).map(
      ({ status }) => status,
    ),
  }))

describe('what an order is found by', () => {
  it('is kept once, at its reseller and nowhere else, without the address itself', async () => {
    const orderId = await world.buy('aurora', customer('found'), 'found@example.com')
    await world.deliver(3)
    const kept = await keptOf('aurora', orderId)
    expect(kept.lookups).toMatchObject([{ orderId, customerRef: customer('found') }])
    const digest = world.parts.links.digest('aurora', 'found@example.com')
    const kinds = kept.words.map((word) => word.split(' ')[0])
    expect(kinds.toSorted()).toEqual(['code', 'mail', 'name'])
    expect(kept.words).toEqual(expect.arrayContaining(['name ada', `mail ${digest}`]))
    expect(JSON.stringify(kept)).not.toContain('found@example.com')
    expect(kept.steps).toEqual(['pending_payment', 'confirmed'])
    expect(await keptOf('luna', orderId)).toEqual({ lookups: [], words: [], steps: [] })
    expect(await world.database.orderLookup.findMany()).toEqual([]) // without a reseller named there is nothing
    expect(await world.database.orderWord.findMany()).toEqual([])
    expect(await world.database.orderStep.findMany()).toEqual([])
  })

  it('says when it was given back, too', async () => {
    const orderId = await world.buy('aurora', customer('back'), 'back@example.com')
    await world.deliver()
    await world.setStatus(orderId, 'refunded')
    expect((await keptOf('aurora', orderId)).steps).toEqual(['pending_payment', 'confirmed', 'refunded'])
  })

  it('stays forgotten when its buyer deleted their account, whatever core says of the order later', async () => {
    const orderId = await world.buy('aurora', customer('gone'), 'gone@example.com')
    await world.deliver()
    await world.inside('aurora', (transaction) =>
      transaction.orderLookup.deleteMany({ where: { customerRef: customer('gone') } }),
    )
    expect(await keptOf('aurora', orderId), 'words and steps go along').toEqual({ lookups: [], words: [], steps: [] })
    await world.setStatus(orderId, 'refunded')
    expect(await keptOf('aurora', orderId)).toEqual({ lookups: [], words: [], steps: [] })
  })

  it('is forgotten after a year', async () => {
    const orderId = await world.buy('aurora', customer('old'), 'old@example.com')
    const recent = await world.buy('aurora', customer('recent'), 'recent@example.com')
    await world.deliver()
    const days = (number: number) => new Date(Date.now() - number * 86_400_000)
    await world.inside('aurora', async (transaction) => {
      await transaction.orderLookup.updateMany({ where: { orderId }, data: { boughtAt: days(367) } })
      await transaction.orderLookup.updateMany({ where: { orderId: recent }, data: { boughtAt: days(360) } })
    })
    await world.database.$queryRaw`SELECT forget_old_order_lookups()`
    expect((await keptOf('aurora', orderId)).words).toEqual([])
    expect((await keptOf('aurora', recent)).words).not.toEqual([])
  })
})
