'use client'

import { useTranslations } from 'use-intl/react'
import { usePublishDesk } from './publish-desk.tsx'
import { PublishStatus } from './publish-status.tsx'

/** What has become of each publish, while there is no list to say it in. */
export function PublishesTold() {
  const t = useTranslations('admin')
  const { publishings } = usePublishDesk()
  return [...publishings].map(([version, publishing]) => (
    <p key={version} className="row">
      {t('version', { version })} <PublishStatus publishing={publishing} />
    </p>
  ))
}
