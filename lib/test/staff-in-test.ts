import type { StaffRole } from '#lib/accounts/account.ts'
import { setStaffRole } from '#lib/accounts/staff.ts'
import { asReseller } from '#lib/database/database.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'

const PASSWORD = 'correct horse battery staple'

/** Signs somebody up and in at a site, as staff of a role or as a customer (null). @returns their Cookie header */
export async function signInAs(storefront: Storefront, site: Site, role: StaffRole | null): Promise<string> {
  const { resellerId } = site
  const email = `${role ?? 'customer'}-${Math.random().toString(36).slice(2)}@example.com`
  await askAuth(storefront, site, '/sign-up/email', { name: `Ada ${role}`, email, password: PASSWORD })
  const { id } = await asReseller(storefront.database, resellerId, (transaction) =>
    transaction.customerAccount.update({
      where: { resellerId_email: { resellerId, email } },
      data: { emailVerified: true },
    }),
  )
  if (role !== null) await setStaffRole(site, id, role, storefront)
  const response = await askAuth(storefront, site, '/sign-in/email', { email, password: PASSWORD })
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function askAuth(storefront: Storefront, site: Site, path: string, body: object): Promise<Response> {
  const response = await storefront.auths.for(site, false).handler(
    new Request(`http://${site.host}/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: `http://${site.host}` },
      body: JSON.stringify(body),
    }),
  )
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response
}
