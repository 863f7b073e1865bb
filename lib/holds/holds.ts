import { z } from 'zod'
import { Hold } from '#contracts/hold.ts'
import type { Problem } from '#contracts/problem.ts'
import type { HoldView, NewHold } from '#contracts/storefront.ts'
import { coreHoldKey } from '#lib/customer/idempotency-key.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { viewOfHold, viewOfRemembered } from './hold-view.ts'

type Deps = Pick<Storefront, 'core' | 'holdMemory' | 'log'>

/** Core holds the tickets, or refuses with its reason: taken seats, over the buyer's limit, not on sale, too late. */
export type HoldOutcome =
  | { readonly outcome: 'held'; readonly hold: HoldView }
  | { readonly outcome: 'refused'; readonly problem: Problem }
  | { readonly outcome: 'unknown-hold' }

/**
 * Reserves tickets for a buyer. `key` makes it idempotent: the same key again gives the same hold.
 * @throws CoreUnavailable when core gave no answer within `timeoutMs`; the hold may exist then, and the same key finds it.
 */
export async function createHold(
  site: Site,
  customerRef: string,
  request: NewHold,
  key: string,
  { core, holdMemory }: Deps,
  timeoutMs?: number,
): Promise<HoldOutcome> {
  const answer = await core.send(site.resellerId, {
    method: 'POST',
    path: '/v1/holds',
    answer: Hold,
    body: { ...request, customerRef },
    idempotencyKey: coreHoldKey(customerRef, key),
    ...(timeoutMs !== undefined && { timeoutMs }),
  })
  if (!answer.ok) return { outcome: 'refused', problem: answer.problem }
  await holdMemory.remember(site.resellerId, customerRef, answer.value, site.config.locale, Date.now())
  return { outcome: 'held', hold: viewOfHold(answer.value) }
}

/** A buyer's own hold as we remember it; null when there is none under that id, or it is somebody else's. */
export async function findHold(
  site: Site,
  customerRef: string,
  holdId: string,
  { holdMemory }: Pick<Deps, 'holdMemory'>,
): Promise<HoldView | null> {
  const hold = await holdMemory.find(site.resellerId, customerRef, holdId)
  return hold && viewOfRemembered(hold, Date.now())
}

/** More time, as much and as often as core allows. @throws CoreUnavailable */
export async function extendHold(
  site: Site,
  customerRef: string,
  holdId: string,
  { core, holdMemory }: Deps,
): Promise<HoldOutcome> {
  if ((await holdMemory.find(site.resellerId, customerRef, holdId)) === null) return { outcome: 'unknown-hold' }
  const answer = await core.send(site.resellerId, {
    method: 'POST',
    path: `/v1/holds/${encodeURIComponent(holdId)}/extend`,
    answer: Hold,
  })
  if (!answer.ok) return { outcome: 'refused', problem: answer.problem }
  await holdMemory.remember(site.resellerId, customerRef, answer.value, site.config.locale, Date.now())
  return { outcome: 'held', hold: viewOfHold(answer.value) }
}

/** Core has the tickets again, or did not take them back and says why: they have become an order. */
export type ReleaseOutcome =
  | { readonly outcome: 'released' }
  | { readonly outcome: 'refused'; readonly problem: Problem }
  | { readonly outcome: 'unknown-hold' }

/**
 * Gives the tickets back. Releasing what has ended already is no error. A refusal changes nothing here: whoever hears that
 * they gave tickets back takes them for unpaid.
 * @throws CoreUnavailable
 */
export async function releaseHold(
  site: Site,
  customerRef: string,
  holdId: string,
  { core, holdMemory }: Deps,
): Promise<ReleaseOutcome> {
  if ((await holdMemory.find(site.resellerId, customerRef, holdId)) === null) return { outcome: 'unknown-hold' }
  const answer = await core.send(site.resellerId, {
    method: 'DELETE',
    path: `/v1/holds/${encodeURIComponent(holdId)}`,
    answer: z.unknown(),
  })
  if (!answer.ok) return { outcome: 'refused', problem: answer.problem }
  await holdMemory.markReleased(site.resellerId, customerRef, holdId, Date.now())
  return { outcome: 'released' }
}
