import type { z } from 'zod'
import { ConfigVersion, ConfigVersionPage } from '#contracts/config-event.ts'
import { Problem } from '#contracts/problem.ts'
import type { ResellerConfig } from '#contracts/reseller-config.ts'
import { readBounded } from '#platform/read-bounded.ts'
import { type ResellerKeys, resellerKey } from '#platform/reseller-keys.ts'

/*
 * The reseller service over HTTP, for people who change a site. It stays the source of truth: what is published here
 * reaches us like everybody else, as an event through Kafka.
 */

/** It could not be asked, or answered what nobody agreed on. A change may have happened all the same. */
export class ResellerServiceUnavailable extends Error {
  override readonly name = 'ResellerServiceUnavailable'
}

export type ServiceAnswer<T> =
  | { readonly ok: true; readonly value: T }
  /** A refusal in its own words; another reseller's versions are `reseller-service/not-found`. */
  | { readonly ok: false; readonly problem: Problem }

type VersionPage = z.infer<typeof ConfigVersionPage>

export interface ResellerServiceClient {
  /** A page of versions, newest first. @throws ResellerServiceUnavailable */
  listVersions(resellerId: string, cursor?: string): Promise<ServiceAnswer<VersionPage>>
  /** A new draft under the next number. Never retried: a repeated one would be a second version. @throws ResellerServiceUnavailable */
  createDraft(resellerId: string, config: ResellerConfig, createdBy: string): Promise<ServiceAnswer<ConfigVersion>>
  /** Makes a version live; an older one is a rollback. Idempotent. @throws ResellerServiceUnavailable */
  publish(resellerId: string, version: number): Promise<ServiceAnswer<ConfigVersion>>
}

/** A request of ours may take 2 s in all. */
const TIMEOUT_MS = 1_700
/** Twenty versions of at most 500 KB each come to 10 MB; a service with larger pages than this is not ours. */
const ANSWER_LIMIT_BYTES = 12 * 1024 * 1024

export function createResellerServiceClient(options: {
  readonly baseUrl: string
  readonly keys: ResellerKeys
}): ResellerServiceClient {
  async function ask<T>(resellerId: string, path: string, answer: z.ZodType<T>, body?: object) {
    try {
      const url = new URL(`/v1/resellers/${encodeURIComponent(resellerId)}/configs${path}`, options.baseUrl)
      return await read(await fetch(url, outgoing(resellerKey(options.keys, resellerId), body)), answer)
    } catch (error) {
      throw new ResellerServiceUnavailable(`the reseller service did not answer for ${resellerId}`, { cause: error })
    }
  }
  return {
    listVersions: (resellerId, cursor) =>
      ask(resellerId, cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`, ConfigVersionPage),
    createDraft: (resellerId, config, createdBy) => ask(resellerId, '', ConfigVersion, { config, createdBy }),
    publish: (resellerId, version) => ask(resellerId, `/${version}/publish`, ConfigVersion, {}),
  }
}

function outgoing(key: string | null, body: object | undefined): RequestInit {
  if (key === null) throw new Error('there is no key')
  return {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
    // It never redirects; following one would send the key to whoever answered.
    redirect: 'error',
    cache: 'no-store',
  }
}

async function read<T>(response: Response, schema: z.ZodType<T>): Promise<ServiceAnswer<T>> {
  const json: unknown = JSON.parse(await readText(response))
  if (response.ok) return { ok: true, value: schema.parse(json) }
  if (response.status >= 500 || response.status === 401) throw new Error(`answered ${response.status}`)
  return { ok: false, problem: Problem.parse(json) }
}

async function readText(response: Response): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true }).decode(await readBounded(response, ANSWER_LIMIT_BYTES))
}
