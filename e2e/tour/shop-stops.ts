import { firstTier, freeSeat } from '../fixtures/show-on-sale.ts'
import { expect } from './patient.ts'
import { plain, type Stop } from './stop.ts'
import type { ShowState } from './tour-shows.ts'

const SHOW = 'sites/[host]/shows/[showId]'
const SHOWS = 'sites/[host]/shows'

/** A show's page in one of the states that need nobody to do anything. */
const show = (name: string, state: ShowState): Stop => ({
  name,
  route: SHOW,
  open: async (guide) => (await (await guide.show(state)).untilLive()).page,
})

/** What everybody sees. */
export const shopStops: readonly Stop[] = [
  plain('home', 'sites/[host]', '/'),
  plain('home-other-language', 'sites/[host]', ({ shop }) => OTHER_LANGUAGE[shop]),
  plain('shows', SHOWS, '/shows'),
  plain('shows-filtered', SHOWS, '/shows?category=concert&available=1&sort=price'),
  plain('shows-none', SHOWS, '/shows?q=zzzz'),
  plain('shows-calendar', SHOWS, '/shows?view=calendar'),
  show('show', 'general'),
  show('show-few-left', 'few'),
  show('show-sold-out', 'sold-out'),
  show('show-on-sale-later', 'later'),
  { ...show('show-begun', 'begun'), open: async (guide) => (await guide.show('begun')).page },
  { ...show('show-cancelled', 'cancelled'), open: async (guide) => (await guide.show('cancelled')).page },
  show('show-long-words', 'words'),
  plain('show-other-language', SHOW, ({ shop, shows }) => `${OTHER_LANGUAGE[shop]}/shows/${shows.general.id}`),
  {
    name: 'show-tickets-chosen',
    route: SHOW,
    open: async (guide) => {
      const tab = await (await guide.show('general')).untilLive()
      await tab.chooseTickets(firstTier(guide.shows.general), 2)
      return tab.page
    },
  },
  {
    name: 'waitlist-form',
    route: SHOW,
    open: async (guide) => {
      const { page } = await (await guide.show('sold-out')).untilLive()
      await page
        .getByText((await guide.words(page))('waitlist')('open'))
        .first()
        .click()
      return page
    },
  },
  show('hall', 'hall'),
  {
    name: 'hall-as-list',
    route: SHOW,
    open: async (guide) => {
      const tab = await (await guide.show('hall')).untilLive()
      await tab.showAsList()
      return tab.page
    },
  },
  {
    name: 'hall-seat-lost-with-banner',
    route: SHOW,
    oneScreen: true,
    open: async (guide) => {
      const { hall } = guide.shows
      const tab = await (await guide.show('hall')).untilLive()
      await tab.showAsMap()
      const mine = [freeSeat(hall, LOST), freeSeat(hall, LOST + 1)]
      for (const label of mine) await tab.chooseSeat(label)
      await guide.sell('hall', LOST)
      await expect(tab.banner).toBeVisible()
      await tab.keepBanner()
      await tab.lost.scrollIntoViewIfNeeded()
      return tab.page
    },
  },
  {
    name: 'hall-own-seats',
    route: SHOW,
    open: async (guide) => {
      const { hall } = guide.shows
      const tab = await (await guide.show('hall', 'guest')).untilLive()
      await tab.showAsMap()
      for (const label of [freeSeat(hall, LOST + 2), freeSeat(hall, LOST + 3)]) await tab.chooseSeat(label)
      await tab.reserve()
      await tab.page.goBack()
      await expect(tab.mine).toHaveCount(2)
      return tab.page
    },
  },
]

/** Not among the first, which the checkout of the tour takes. */
const LOST = 20

/** Each shop's second language: longer words, or another script. */
const OTHER_LANGUAGE = { aurora: '/de', luna: '/en', hoshi: '/en', kite: '/es' } as const
