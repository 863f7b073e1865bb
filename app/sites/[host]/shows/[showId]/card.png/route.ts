import { z } from 'zod'
import { CoreId } from '#contracts/ids.ts'
import { findShow } from '#lib/core/shows.ts'
import { formatLongDay } from '#lib/format/date.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { handle } from '#lib/route/handle.ts'
import { cardResponse } from '../../../../../card-response.ts'

export const GET = handle(
  { customer: 'anyone', params: z.object({ showId: CoreId }) },
  async ({ site, storefront, params }) => {
    const show = await findShow(site, params.showId, storefront)
    if (show === null) return problemResponse('storefront/not-found')
    const { venue, startsAt, artwork, title } = show
    const when = formatLongDay(startsAt, { timeZone: venue.timeZone, locale: site.config.locale })
    return cardResponse(site, storefront, {
      title,
      lines: [when, `${venue.name}, ${venue.city}`],
      palette: artwork.palette,
    })
  },
)
