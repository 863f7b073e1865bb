import { z } from 'zod'
import { StaffChange } from '#contracts/storefront.ts'
import { removeStaff, setStaffRole } from '#lib/accounts/staff.ts'
import { staffResponse } from '#lib/admin/staff-response.ts'
import { handle } from '#lib/route/handle.ts'

const params = z.object({ accountId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) })

export const POST = handle(
  { customer: 'anyone', account: 'owner', params, body: StaffChange },
  async ({ site, secure, storefront, params: { accountId }, body: { role } }) =>
    staffResponse(
      await (role === null
        ? removeStaff(site, accountId, secure, storefront)
        : setStaffRole(site, accountId, role, storefront)),
    ),
)
