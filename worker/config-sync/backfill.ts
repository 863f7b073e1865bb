import type { Log } from '#platform/log.ts'
import type { Database } from '../database.ts'
import type { ResellerServiceClient } from '../reseller-service/client.ts'
import { NO_VERSION, noteRefusals, storeVersions } from './config-store.ts'
import type { Decision, Refusal } from './decide.ts'
import { sortListed } from './missing-versions.ts'

/*
 * A compacted topic keeps only the last event of a reseller, so versions in between may never arrive. They are wanted
 * for rollbacks and for looking back, and the reseller service has them.
 */

/** A gap in a reseller's versions; `newest` is the highest number known. */
interface Gap {
  readonly resellerId: string
  readonly newest: number
}

/** Gaps are looked for this often, and soon after an event that showed one. Nothing on any site waits for them. */
const LOOK_MS = 60_000

export interface Backfill extends AsyncDisposable {
  /** Looks now, or again right after the look that is under way. */
  look(): Promise<void>
}

export function startBackfill(database: Database, resellerService: ResellerServiceClient, log: Log): Backfill {
  /** The reseller service has no more than this to tell until a newer version appears: numbers may have holes. */
  const asked = new Map<string, number>()
  let looking: Promise<void> | null = null
  let again = false
  let stopped = false

  async function fill({ resellerId, newest }: Gap): Promise<void> {
    if (stopped || asked.get(resellerId) === newest) return
    try {
      const fetched = { versions: 0, refused: 0 }
      let hasMore = false
      const rows = await database.configVersion.findMany({ where: { resellerId }, select: { version: true } })
      const stored = new Set(rows.map(({ version }) => version))
      // A page is some megabytes, all of them are more than a worker may have in memory.
      for await (const page of resellerService.listConfigs(resellerId)) {
        const { store, refusals } = sortListed(page.versions, stored)
        await keep(resellerId, store, refusals)
        fetched.versions += store.length
        fetched.refused += refusals.length
        hasMore = page.hasMore
        if (stopped) return
      }
      asked.set(resellerId, newest)
      log.info({ resellerId, ...fetched }, 'missing versions were fetched')
      if (hasMore)
        log.warn({ resellerId, ...fetched }, 'there are more versions than are asked for; the oldest stay missing')
    } catch (error) {
      log.warn({ err: error, resellerId }, 'missing versions could not be fetched; they are asked for again')
    }
  }

  async function keep(resellerId: string, store: Decision['store'], refusals: readonly Refusal[]): Promise<void> {
    const versions = store.map((version) => ({ resellerId, ...version }))
    await database.$transaction((transaction) => storeVersions(transaction, versions))
    await noteRefusals(
      database,
      refusals.map((refusal) => ({ ...refusal, resellerId })),
    )
  }

  async function lookOnce(): Promise<void> {
    try {
      for (const gap of await findGaps(database)) await fill(gap)
    } catch (error) {
      log.warn({ err: error }, 'could not look for missing versions')
    }
  }

  function look(): Promise<void> {
    again = true
    looking ??= (async () => {
      while (again && !stopped) {
        again = false
        await lookOnce()
      }
    })().finally(() => {
      looking = null
    })
    return looking
  }

  const timer = setInterval(() => void look(), LOOK_MS)
  void look()
  return {
    look,
    async [Symbol.asyncDispose]() {
      stopped = true
      clearInterval(timer)
      await looking
    },
  }
}

/**
 * Resellers of whom fewer versions are known, good or refused, than their newest number says. A note about a record out of
 * which no version could be read is not one.
 */
function findGaps(database: Database): Promise<Gap[]> {
  return database.$queryRaw<Gap[]>`
    SELECT reseller_id AS "resellerId", max(version) AS newest
    FROM (SELECT reseller_id, version FROM config_version UNION SELECT reseller_id, version FROM config_rejection) known
    WHERE version > ${NO_VERSION}
    GROUP BY reseller_id
    HAVING count(*) < max(version)
    ORDER BY reseller_id`
}
