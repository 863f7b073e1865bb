import { z } from 'zod'
import { EventId, Instant, ResellerId } from './ids.ts'

/**
 * One change of a reseller's configuration on `reseller.config`. It is whole: the live version with its content and the
 * newest draft, so that a compacted topic loses nothing. `sequence` grows with every change of that reseller; a rollback
 * is a publish of an older version under a new sequence.
 *
 * The configs are `unknown` here on purpose: a reader validates them with `ResellerConfig` one by one, so that a
 * faulty draft does not stop a good live version.
 */
export const ConfigEvent = z.object({
  id: EventId,
  type: z.literal('reseller.config'),
  at: Instant,
  resellerId: ResellerId,
  sequence: z.int().min(1),
  live: z.object({ version: z.int().min(1), config: z.unknown() }),
  draft: z.object({ version: z.int().min(1), config: z.unknown() }).optional(),
})

/** A version as the reseller service lists it. */
export const ConfigVersion = z.object({
  version: z.int().min(1),
  status: z.enum(['draft', 'live', 'superseded']),
  createdAt: Instant,
  createdBy: z.string().max(120),
  config: z.unknown(),
})

/** What `GET /v1/resellers/{id}/configs` may be asked. */
export const ConfigVersionQuery = z.object({ cursor: z.string().max(200).optional() })

/** `GET /v1/resellers/{id}/configs`, newest first. */
export const ConfigVersionPage = z.object({ items: z.array(ConfigVersion), nextCursor: z.string().nullable() })

/** `POST /v1/resellers/{id}/configs`: a new draft. */
export const ConfigDraftRequest = z.object({ config: z.unknown(), createdBy: z.string().min(1).max(120) })

/**
 * The PostgreSQL channel on which the worker says, in the transaction that moved a live pointer, whose it was:
 * the payload is the reseller's id. Storefront instances listen and read again.
 */
export const CONFIG_CHANNEL = 'reseller_config'

export type ConfigEvent = z.infer<typeof ConfigEvent>
export type ConfigVersion = z.infer<typeof ConfigVersion>
