import { Rejections } from '#components/admin/rejections.tsx'
import { StaffList } from '#components/admin/staff-list.tsx'
import { SyncFacts } from '#components/admin/sync-facts.tsx'
import { requireStaff } from '#lib/accounts/current-account.ts'
import { listStaff } from '#lib/accounts/staff.ts'
import { orServiceAway } from '#lib/admin/service-away.ts'
import { syncProblems } from '#lib/admin/sync-problems.ts'
import { readSyncState } from '#lib/admin/sync-state.ts'
import { listVersions } from '#lib/admin/versions.ts'
import { storefront } from '#lib/storefront.ts'
import { translator } from '#lib/text/translator.ts'
import { deskOf } from '../desk-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
}

export default async function OverviewPage({ params }: Props) {
  const { site, spoken, locale } = await deskOf(params)
  const { staff, accountId } = await requireStaff(site, 'viewer', '/admin')
  const parts = storefront()
  const [state, members, newest] = await Promise.all([
    readSyncState(parts, site.resellerId),
    listStaff(site, parts),
    orServiceAway(() => listVersions(parts, site.resellerId)),
  ])
  const problems = syncProblems(state, newest === 'away' ? 'away' : (newest?.items ?? []))
  return (
    <>
      <h1>{translator(locale, 'admin')('overview')}</h1>
      <SyncFacts site={spoken} state={state} problems={problems} />
      <Rejections site={spoken} rejections={state.rejections} />
      <StaffList members={members} mayChange={staff === 'owner'} self={accountId} />
    </>
  )
}
