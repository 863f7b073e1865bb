import { headers } from 'next/headers'
import { z } from 'zod'

/** A part of the system without which a page cannot be made: core, or whatever knows who is signed in. */
const MissingPart = z.enum(['core', 'sessions'])
export type MissingPart = z.infer<typeof MissingPart>

/** The request header in which `proxy.ts` tells a page which part gives no answer. */
export const MISSING_PART_HEADER = 'x-site-missing'

/**
 * What this page lacks; null when it can be made. Its status is 503 otherwise, and only `proxy.ts` can say so: a page has no
 * status of its own (decision 0076).
 */
export async function missingPart(): Promise<MissingPart | null> {
  return MissingPart.nullable().parse((await headers()).get(MISSING_PART_HEADER))
}
