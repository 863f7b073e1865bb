'use client'

import { useTranslations } from 'use-intl/react'
import { usePublishDesk } from './publish-desk.tsx'
import type { AskedPublish } from './publish-standing.ts'
import { PublishStatus } from './publish-status.tsx'
import { isUnderWay, publishingOf } from './publishings.ts'
import { StaffButton } from './staff-button.tsx'

/** Publishes a version, once it was asked whether to, and says what becomes of that. */
export function PublishButton({ version, rollback }: Pick<AskedPublish, 'version' | 'rollback'>) {
  const t = useTranslations('admin')
  const { publishings, ask } = usePublishDesk()
  const publishing = publishingOf(publishings, version)
  return (
    <>
      <StaffButton kind="strong" busy={isUnderWay(publishing)} onClick={() => ask(version)}>
        {t(rollback ? 'rollback' : 'publish')}
      </StaffButton>
      <PublishStatus publishing={publishing} />
    </>
  )
}
