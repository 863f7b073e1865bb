import { z } from 'zod'

/**
 * A problem document (RFC 9457, `application/problem+json`). `type` is stable and is what programs decide on;
 * `title` and `detail` are for people. `fields` names every faulty field of a request, with the way out.
 */
export const Problem = z.object({
  type: z.string().max(120),
  title: z.string().max(200),
  status: z.int().min(400).max(599),
  detail: z.string().max(1000).optional(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** With `core/unavailable-items`: what could not be had, so that the page can say which. */
  seatIds: z.array(z.string()).optional(),
  tierIds: z.array(z.string()).optional(),
  /** With `core/limit-exceeded`: how many tickets of the show this buyer may have at a time. */
  limit: z.int().optional(),
  /** With `storefront/newer-version`: the newest version of the configuration. */
  version: z.int().optional(),
})

/** Every `type` that core and the reseller service answer with, and the HTTP status each comes with. */
export const PROBLEM_STATUS = {
  'core/invalid-request': 400,
  'core/unauthorized': 401,
  'core/not-found': 404,
  'core/unavailable-items': 409,
  'core/hold-expired': 410,
  'core/idempotency-conflict': 422,
  'core/limit-exceeded': 403,
  'core/not-on-sale': 403,
  'core/no-extensions-left': 409,
  'core/internal': 500,
  'core/unavailable': 503,
  'reseller-service/invalid-request': 400,
  'reseller-service/unauthorized': 401,
  'reseller-service/not-found': 404,
  'reseller-service/internal': 500,
} as const

export type ProblemType = keyof typeof PROBLEM_STATUS
export type Problem = z.infer<typeof Problem>
