import { Rejections } from '#components/admin/rejections.tsx'
import { StaffList } from '#components/admin/staff-list.tsx'
import { SyncFacts } from '#components/admin/sync-facts.tsx'
import { requireStaff } from '#lib/accounts/current-account.ts'
import { listStaff } from '#lib/accounts/staff.ts'
import { readSyncState } from '#lib/admin/sync-state.ts'
import { storefront } from '#lib/storefront.ts'
import { translator } from '#lib/text/translator.ts'
import { siteOf } from '../../site-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
}

export default async function OverviewPage({ params }: Props) {
  const site = await siteOf(params)
  const { staff, accountId } = await requireStaff(site, 'viewer', '/admin')
  const [state, members] = await Promise.all([readSyncState(storefront(), site.resellerId), listStaff(site)])
  return (
    <>
      <h1>{translator(site.config.locale, 'admin')('overview')}</h1>
      <SyncFacts site={site} state={state} />
      <Rejections site={site} rejections={state.rejections} />
      <StaffList members={members} mayChange={staff === 'owner'} self={accountId} />
    </>
  )
}
