import { forgetBelongings } from '#lib/accounts/belongings.ts'
import type { Database } from '#lib/database/database.ts'

/** What the storefront does when an account is deleted, for tests of programs that know nothing of the storefront. */
export const forgetBuyer = (database: Database, resellerId: string, customerRef: string, email: string) =>
  forgetBelongings(database, resellerId, { customerRef, email })
