import { z } from 'zod'
import { PictureId } from '#contracts/picture.ts'
import { noContent } from '#lib/http/json-response.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { handle } from '#lib/route/handle.ts'

const params = z.object({ id: PictureId })

export const DELETE = handle(
  { customer: 'anyone', account: 'editor', params },
  async ({ site, storefront, params: { id } }) => {
    const outcome = await storefront.pictures.remove(site.resellerId, id)
    if (outcome === 'removed') return noContent()
    return problemResponse(outcome === 'shown' ? 'storefront/picture-shown' : 'storefront/not-found')
  },
)
