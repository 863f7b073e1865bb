import { firstTier } from './fixtures/show-on-sale.ts'
import { expect, test } from './fixtures/test.ts'

const MINUTE_MS = 60_000

test('no sale, no banner, for a minute', { tag: ['@system', '@slow'] }, async ({
  shows,
  viewer,
  rival,
  sellTicket,
}) => {
  test.setTimeout(3 * MINUTE_MS)
  const [show, another] = [await shows.general(), await shows.general()]
  const tab = await viewer.opens(show)

  const heard = tab.banner.waitFor({ timeout: MINUTE_MS }).then(
    () => 'a banner',
    () => 'nothing',
  )
  // Others buy, but other things; and somebody reserves without buying.
  await sellTicket({ show: another, tier: firstTier(another) })
  const undecided = await rival.opens(show)
  await undecided.chooseTickets(firstTier(show), 1)
  await undecided.reserve()
  expect(await heard).toBe('nothing')
  expect(await tab.announcements()).toEqual([])

  await sellTicket({ show, tier: firstTier(show) })
  await tab.hasAnnounced(tab.soldTicket(firstTier(show))) // it was listening all the time
})
