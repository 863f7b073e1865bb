import { randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { z } from 'zod'
import { mintCustomerRef } from '#lib/customer/customer-cookie.ts'
import { asReseller, type Database, openDatabase } from '#lib/database/database.ts'
import { readEnvironment } from '#platform/environment.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD, type DemoAccount, demoEmail } from './demo-accounts.ts'
import { RESELLERS } from './resellers/all.ts'

/** `node dev/demo/seed-accounts.ts` makes the demo accounts that are not there yet; resellers have to be. */
const { DATABASE_URL } = readEnvironment(z.object({ DATABASE_URL: z.url() }))
const database = openDatabase(DATABASE_URL)
try {
  for (const resellerId of Object.keys(RESELLERS))
    for (const account of DEMO_ACCOUNTS) await make(database, resellerId, account)
} finally {
  await database.$disconnect()
}

async function make(database: Database, resellerId: string, { mailbox, name, staff }: DemoAccount): Promise<void> {
  const email = demoEmail(mailbox, resellerId)
  const where = { resellerId_email: { resellerId, email } }
  const find = () =>
    asReseller(database, resellerId, (transaction) => transaction.customerAccount.findUnique({ where }))
  if (await find()) return
  const id = randomUUID()
  const password = await hashPassword(DEMO_PASSWORD)
  const credential = { resellerId, id: randomUUID(), userId: id, accountId: id, providerId: 'credential', password }
  await asReseller(database, resellerId, async (transaction) => {
    const customerRef = mintCustomerRef()
    await transaction.customerAccount.create({
      data: { resellerId, id, email, name, emailVerified: true, customerRef },
    })
    await transaction.accountCredential.create({ data: credential })
    if (staff !== null) await transaction.staffMember.create({ data: { resellerId, accountId: id, role: staff } })
  })
}
