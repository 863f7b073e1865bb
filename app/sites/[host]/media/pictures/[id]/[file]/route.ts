import { z } from 'zod'
import { PictureId } from '#contracts/picture.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { handle } from '#lib/route/handle.ts'

const params = z.object({ id: PictureId, file: z.string().regex(/^(?:[1-9]\d{0,3}\.webp|print\.png)$/) })

/** A picture's address holds the hash of what it shows, so whoever has it may keep it for good. */
const FOR_GOOD = 'public, max-age=31536000, immutable'

export const GET = handle({ customer: 'anyone', params }, async ({ site, storefront, params: { id, file } }) => {
  const found = await storefront.pictures.file(site.resellerId, id, file)
  if (found === null) return problemResponse('storefront/not-found')
  const { content, type } = found
  return new Response(content, {
    headers: { 'content-type': type, 'cache-control': FOR_GOOD, 'content-length': `${content.byteLength}` },
  })
})
