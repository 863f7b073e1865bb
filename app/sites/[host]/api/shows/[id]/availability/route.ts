import { z } from 'zod'
import { readAvailability } from '#lib/core/availability.ts'
import { IdParams } from '#lib/http/id-params.ts'
import { json } from '#lib/http/json-response.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { handle } from '#lib/route/handle.ts'

const Query = z.object({ min: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0) })

export const GET = handle(
  { customer: 'anyone', params: IdParams, query: Query },
  async ({ site, storefront, params, query }) => {
    const availability = await readAvailability(site, params.id, query, storefront)
    return availability ? json(availability) : problemResponse('storefront/not-found')
  },
)
