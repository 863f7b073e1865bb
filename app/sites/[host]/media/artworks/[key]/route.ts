import { ArtworkParams, ArtworkQuery, readArtwork } from '#lib/core/artworks.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { handle } from '#lib/route/handle.ts'

/** An artwork's key changes with its content, so whoever has it may keep it for good. */
const FOR_GOOD = 'public, max-age=31536000, immutable'

export const GET = handle(
  { customer: 'anyone', params: ArtworkParams, query: ArtworkQuery },
  async ({ site, storefront, params, query }) => {
    const picture = await readArtwork(site, params.key, query.w, storefront)
    if (picture === null) return problemResponse('storefront/not-found')
    return new Response(picture, {
      headers: { 'content-type': 'image/webp', 'cache-control': FOR_GOOD, 'content-length': `${picture.byteLength}` },
    })
  },
)
