import { NewStaff } from '#contracts/storefront.ts'
import { findAccountByEmail, setStaffRole } from '#lib/accounts/staff.ts'
import { staffResponse } from '#lib/admin/staff-response.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { handle } from '#lib/route/handle.ts'

export const POST = handle(
  { customer: 'anyone', account: 'owner', body: NewStaff },
  async ({ site, storefront, body: { email, role } }) => {
    const found = await findAccountByEmail(site, email, storefront)
    if (found === null) return problemResponse('storefront/not-found')
    return staffResponse(await setStaffRole(site, found.accountId, role, storefront))
  },
)
