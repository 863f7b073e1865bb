import { expect } from './patient.ts'
import { plain, type Stop } from './stop.ts'
import { tourShow } from './tour-shows.ts'

/** What somebody sees when something is not there, or does not work. */
export const problemStops: readonly Stop[] = [
  plain('nowhere', 'sites/[host]/[...rest]', '/nowhere/at/all'),
  plain('show-unknown', 'sites/[host]/shows/[showId]', '/shows/no-such-show'),
  {
    name: 'show-core-unavailable',
    bendsCore: true,
    route: 'sites/[host]/shows/[showId]',
    open: async (guide) => {
      const id = `tour-unseen-${crypto.randomUUID().slice(0, 8)}`
      await guide.core.storeShow({ ...tourShow(guide.shop, 'general'), id })
      await guide.core.behave({ errorRate: 1 })
      try {
        return await guide.goTo(`/shows/${id}`)
      } finally {
        await guide.core.straighten()
      }
    },
  },
  {
    name: 'orders-core-unavailable',
    bendsCore: true,
    route: 'sites/[host]/orders',
    open: async (guide) => {
      await guide.core.behave({ errorRate: 1 })
      try {
        const page = await guide.goTo('/orders', 'guest')
        await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
        return page
      } finally {
        await guide.core.straighten()
      }
    },
  },
]
