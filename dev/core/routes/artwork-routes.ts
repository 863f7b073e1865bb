import type { FastifyInstance } from 'fastify'
import { Artwork, ArtworkQuery } from '#contracts/show.ts'
import { answer, readInput, refuse } from '../../stand-in/http-app.ts'
import { isRefusal } from '../../stand-in/outcome.ts'
import type { ArtworkStore } from '../artwork-store.ts'

/** Pictures are public: browsers and image optimisers fetch them without a key, and keep them. */
export function artworkRoutes(app: FastifyInstance, artworks: ArtworkStore): void {
  app.get<{ Params: { key: string } }>('/v1/artworks/:key', async (request, reply) => {
    const query = readInput(ArtworkQuery, request.query)
    if (isRefusal(query)) return answer(reply, query)
    const { key } = request.params
    const picture = Artwork.shape.key.safeParse(key).success ? await artworks.find(key, query.value.width) : null
    if (picture === null) return refuse(reply, { refused: 'core/not-found' })
    return reply.type('image/webp').header('cache-control', 'public, max-age=31536000, immutable').send(picture)
  })
}
