import { inTime } from '#platform/in-time.ts'
import type { Log } from '#platform/log.ts'
import type { Site } from './site.ts'
import type { SiteSource } from './site-source.ts'
import { nextSites, noSites, type Sites, unknownVersions } from './sites.ts'

/** The database could not be read since this process started, so we do not know which hosts are ours. */
class SitesUnknown extends Error {
  override readonly name = 'SitesUnknown'
}

export interface SiteDirectory extends AsyncDisposable {
  /** The site under a normalised host, from memory; null when no reseller has it. @throws SitesUnknown */
  find(host: string): Promise<Site | null>
  /** Reads the pointers again; callers during a reading share the next one. */
  refresh(): Promise<void>
  /** Milliseconds since what is known was last confirmed; Infinity before the first time. */
  ageMs(): number
}

/** Announcements can be lost, pointers cannot: they are read this often whatever is announced. */
const REREAD_MS = 5_000
/** The first request of a process waits this long for the first reading; within the 2 s that any request may take. */
const FIRST_READING_MS = 1_500

/**
 * Keeps the sites of all resellers in memory and up to date: on start, when told (`refresh`, on every announcement and
 * every reconnect of the listener), and every 5 s. While the database is away, what was known last stays.
 */
export function openSiteDirectory(source: SiteSource, log: Log): SiteDirectory {
  let sites: Sites = noSites
  let confirmedAt = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | null = null
  let next: Promise<void> | null = null

  async function read(): Promise<void> {
    try {
      const pointers = await source.pointers()
      sites = nextSites(sites, pointers, await source.configs(unknownVersions(sites, pointers)))
      confirmedAt = performance.now()
    } catch (error) {
      log.warn({ err: error }, 'resellers could not be read; what was known stays')
    }
  }

  /** One reading at a time, and at most one more waiting: that one starts after the call, so it sees what was announced. */
  function refresh(): Promise<void> {
    if (reading === null) {
      reading = read().finally(() => {
        reading = null
      })
      return reading
    }
    next ??= reading.then(() => {
      next = null
      return refresh()
    })
    return next
  }

  const timer = setInterval(() => void refresh(), REREAD_MS)
  timer.unref()
  void refresh()

  return {
    async find(host) {
      if (confirmedAt === Number.NEGATIVE_INFINITY) await inTime(refresh(), FIRST_READING_MS, () => {})
      if (confirmedAt === Number.NEGATIVE_INFINITY) throw new SitesUnknown('resellers were not read yet')
      return sites.byHost.get(host) ?? null
    },
    refresh,
    ageMs: () => performance.now() - confirmedAt,
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await next
      await reading
    },
  }
}
