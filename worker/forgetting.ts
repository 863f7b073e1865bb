import { Prisma } from '#generated/prisma/client.ts'
import type { Log } from '#platform/log.ts'
import { createBell } from './bell.ts'
import type { Database } from './database.ts'

const HOUR_MS = 60 * 60_000
/** Workers that start together begin apart, each at a moment by chance; one that is restarted every hour still comes to it. */
const FIRST_WITHIN_MS = 5 * 60_000
/** How long one kind may take of a round: all of them together leave most of the hour, and the connection, to others. */
const KIND_MS = 60_000

/**
 * What is forgotten, and when: holds that ended a week ago (a page about them has long been closed), sessions and links that
 * did, accounts that nobody confirmed for a week, mail of more than thirty days, until when somebody may still ask whether
 * it was sent, notifications of half a year, after a year under which address an order was bought and what it is found by,
 * and what the live board has counted as soon as nothing can bring it a second time (decision 0084). Functions of the
 * owner, because it is done across resellers (decision 0021); each says how many rows went.
 */
const KINDS = {
  holds: Prisma.sql`SELECT forget_old_holds(INTERVAL '7 days') AS gone`,
  sessions: Prisma.sql`SELECT forget_ended_sessions(INTERVAL '7 days') AS gone`,
  mail: Prisma.sql`SELECT forget_old_mail(INTERVAL '30 days') AS gone`,
  notifications: Prisma.sql`SELECT forget_old_notifications(INTERVAL '180 days') AS gone`,
  waitlist: Prisma.sql`SELECT forget_old_waitlist() AS gone`,
  orderAddresses: Prisma.sql`SELECT forget_old_order_addresses() AS gone`,
  sales: Prisma.sql`SELECT forget_old_sales() AS gone`,
  orderLookups: Prisma.sql`SELECT forget_old_order_lookups() AS gone`,
}

/** Forgets what is old once an hour until disposed, and for the first time `firstInMs` after the start. */
export function startForgetting(
  database: Pick<Database, '$queryRaw'>,
  log: Log,
  firstInMs = Math.random() * FIRST_WITHIN_MS,
): AsyncDisposable {
  const bell = createBell()
  let stopped = false
  const running = (async () => {
    await bell.heard(firstInMs)
    while (!stopped) {
      await forgetOld(database, log, () => stopped)
      if (!stopped) await bell.heard(HOUR_MS)
    }
  })()
  return {
    async [Symbol.asyncDispose]() {
      stopped = true
      bell.ring()
      await running
    },
  }
}

/** One round; a kind that cannot be forgotten keeps none of the others. */
export async function forgetOld(
  database: Pick<Database, '$queryRaw'>,
  log: Log,
  stopped: () => boolean,
): Promise<void> {
  for (const [name, portion] of Object.entries(KINDS)) {
    try {
      const all = await forgetKind(database, portion, stopped)
      if (!all) log.warn({ name }, 'more is old than there was time for; the rest is forgotten in an hour')
    } catch (error) {
      log.warn({ err: error, name }, 'what is old could not be forgotten; tried again in an hour')
    }
  }
}

/** Asks for one portion after the other until nothing went. @returns whether nothing old is left, or nobody wants it any more */
async function forgetKind(
  database: Pick<Database, '$queryRaw'>,
  portion: Prisma.Sql,
  stopped: () => boolean,
): Promise<boolean> {
  const begunAt = performance.now()
  while (!stopped()) {
    const [answer] = await database.$queryRaw<{ gone: bigint }[]>(portion)
    if (!answer?.gone) return true
    if (performance.now() - begunAt > KIND_MS) return false
  }
  return true
}
