import type { Log } from '#platform/log.ts'
import type { Database } from './database.ts'

const HOUR_MS = 60 * 60_000

/**
 * Once an hour, forgets holds that ended a week ago (a page about them has long been closed), sessions and links that did,
 * accounts that nobody confirmed for a week, mail of more than thirty days, until when somebody may still ask whether it
 * was sent, notifications of half a year, after a year under which address an order was bought and what it is found by,
 * and what the live board has counted as soon as nothing can bring it a second time (decision 0084).
 */
export function startForgetting(database: Database, log: Log): AsyncDisposable {
  let forgetting: Promise<void> | null = null
  const forget = async () => {
    try {
      await database.$queryRaw`SELECT forget_old_holds(INTERVAL '7 days')`
      await database.$queryRaw`SELECT forget_ended_sessions(INTERVAL '7 days')`
      await database.$queryRaw`SELECT forget_old_mail(INTERVAL '30 days')`
      await database.$queryRaw`SELECT forget_old_notifications(INTERVAL '180 days')`
      await database.$queryRaw`SELECT forget_old_waitlist()`
      await database.$queryRaw`SELECT forget_old_order_addresses()`
      await database.$queryRaw`SELECT forget_old_sales()`
      await database.$queryRaw`SELECT forget_old_order_lookups()`
    } catch (error) {
      log.warn({ err: error }, 'what is old could not be forgotten; tried again in an hour')
    }
  }
  const timer = setInterval(() => {
    forgetting = forget()
  }, HOUR_MS)
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await forgetting
    },
  }
}
