import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ConfigDraftRequest, ConfigVersionQuery } from '#contracts/config-event.ts'
import { ResellerConfig } from '#contracts/reseller-config.ts'
import { answer, readInput } from '../stand-in/http-app.ts'
import { isRefusal, type Outcome, type Refusal } from '../stand-in/outcome.ts'
import { type ConfigStore, createDraft, listVersions, publishVersion } from './config-store.ts'

/** PostgreSQL's integers end here. */
const Version = z.coerce.number().int().min(1).max(2_147_483_647)
/** This service is the source of truth, so it lets nothing in that a reader would have to refuse. */
const Draft = ConfigDraftRequest.extend({ config: ResellerConfig })

type OfReseller = { Params: { id: string } }
type OfVersion = { Params: { id: string; version: string } }

export function configRoutes(app: FastifyInstance, store: ConfigStore): void {
  app.get<OfReseller>('/v1/resellers/:id/configs', async (request, reply) => {
    const query = own(request) ?? readInput(ConfigVersionQuery, request.query, 'reseller-service')
    if (isRefusal(query)) return answer(reply, query)
    return answer(reply, await listVersions(store, request.params.id, query.value.cursor))
  })

  app.post<OfReseller>('/v1/resellers/:id/configs', async (request, reply) => {
    const draft = own(request) ?? readInput(Draft, request.body, 'reseller-service')
    if (isRefusal(draft)) return answer(reply, draft)
    const { config, createdBy } = draft.value
    return answer(reply, { value: await createDraft(store, request.params.id, config, createdBy) }, 201)
  })

  app.post<OfVersion>('/v1/resellers/:id/configs/:version/publish', async (request, reply) => {
    const version: Outcome<number> = own(request) ?? readVersionNumber(request.params.version)
    if (isRefusal(version)) return answer(reply, version)
    return answer(reply, await publishVersion(store, request.params.id, version.value))
  })
}

/** Another reseller looks exactly like one that does not exist. */
const own = (request: FastifyRequest<OfReseller>): Refusal | null =>
  request.params.id === request.resellerId ? null : { refused: 'reseller-service/not-found' }

/** A version that cannot be a number is a version that does not exist. */
function readVersionNumber(text: string): Outcome<number> {
  const version = Version.safeParse(text)
  return version.success ? { value: version.data } : { refused: 'reseller-service/not-found' }
}
