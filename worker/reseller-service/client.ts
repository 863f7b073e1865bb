import { ConfigVersionPage } from '#contracts/config-event.ts'
import { readBounded } from '#platform/read-bounded.ts'
import { type ResellerKeys, resellerKey } from '#platform/reseller-keys.ts'

/** The reseller service could not be asked. Nothing of ours waits for it: whatever is missing is asked for again. */
class ResellerServiceUnavailable extends Error {
  override readonly name = 'ResellerServiceUnavailable'
}

/** Some versions of a reseller's configuration, and whether the reseller service has older ones. */
export interface ConfigPage {
  readonly versions: readonly { readonly version: number; readonly config: unknown }[]
  readonly hasMore: boolean
}

export interface ResellerServiceClient {
  /**
   * Every version of a reseller's configuration, newest first, a page at a time: the next one is asked for when the one before
   * it is dealt with. Where even the last says that there are more, they are too many to be listed.
   * @throws ResellerServiceUnavailable
   */
  listConfigs(resellerId: string): AsyncIterable<ConfigPage>
}

const TIMEOUT_MS = 5_000
/** A page of twenty versions at 500 KB each is 10 MB; a service with larger pages than this is not ours. */
const PAGE_LIMIT_BYTES = 16 * 1024 * 1024
/** A reseller with more versions than this many pages is looked at by a person first. */
const PAGES_LIMIT = 50

export function createResellerServiceClient(baseUrl: string, keys: ResellerKeys): ResellerServiceClient {
  return {
    async *listConfigs(resellerId) {
      let cursor: string | null = null
      for (let page = 0; page < PAGES_LIMIT; page++) {
        const url = new URL(`/v1/resellers/${encodeURIComponent(resellerId)}/configs`, baseUrl)
        if (cursor !== null) url.searchParams.set('cursor', cursor)
        const { items, nextCursor } = await readPage(url, resellerKey(keys, resellerId))
        yield { versions: items, hasMore: nextCursor !== null }
        if (nextCursor === null) return
        cursor = nextCursor
      }
    },
  }
}

async function readPage(url: URL, key: string | null) {
  if (key === null) throw new ResellerServiceUnavailable(`there is no key for ${url.pathname}`)
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${key}`, accept: 'application/json' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    })
    if (!response.ok) throw new Error(`answered ${response.status}`)
    return ConfigVersionPage.parse(JSON.parse(await readText(response)))
  } catch (error) {
    throw new ResellerServiceUnavailable(`the reseller service did not list ${url.pathname}`, { cause: error })
  }
}

async function readText(response: Response): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true }).decode(await readBounded(response, PAGE_LIMIT_BYTES))
}
