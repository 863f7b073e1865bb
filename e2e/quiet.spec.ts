import { firstTier } from './fixtures/show-on-sale.ts'
import { expect, test } from './fixtures/test.ts'

/** Long enough for whatever is on its way, several times over; `QUIET_SECONDS=60` for a whole minute. */
const QUIET_MS = 1_000 * Number(process.env.QUIET_SECONDS ?? 20)

test('no sale, no banner', { tag: ['@system', '@slow'] }, async ({ shows, viewer, rival, sellTicket }) => {
  test.setTimeout(120_000 + QUIET_MS)
  const [show, another] = [await shows.general(), await shows.general()]
  const tab = await viewer.opens(show)

  const heard = tab.banner.waitFor({ timeout: QUIET_MS }).then(
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
