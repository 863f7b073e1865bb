'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { formatClock } from '#lib/format/duration.ts'
import { holdKey, readHold } from './hold-queries.ts'
import { useLeft } from './use-left.ts'

/** The way back to a hold, with what is left of it; nothing when it is over. */
export function OpenHoldLine({ holdId }: { readonly holdId: string }) {
  const t = useTranslations('selection')
  const { data: hold } = useQuery({
    queryKey: holdKey(holdId),
    queryFn: ({ signal }) => readHold(holdId, signal),
    retry: false,
  })
  const left = useLeft(hold?.status === 'active' ? hold : null)
  if (!hold || left === null || left === 0) return null
  return (
    <Notice tone="positive" title={t('openTitle')} text={t('openText', { time: formatClock(left) })}>
      <ButtonLink href={`/checkout/${hold.id}`} prefetch={false}>
        {t('openContinue')}
      </ButtonLink>
    </Notice>
  )
}
