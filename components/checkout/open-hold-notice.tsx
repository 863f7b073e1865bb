'use client'

import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { formatClock } from '#lib/format/duration.ts'
import { holdKey, readHold } from './hold-queries.ts'
import { rememberedHold } from './open-hold.ts'
import { useLeft } from './use-left.ts'

/** Leads back to tickets of this show that the browser has reserved, in this tab or another. */
export function OpenHoldNotice({ showId }: { readonly showId: string }) {
  const t = useTranslations('selection')
  const holdId = useRememberedHold(showId)
  const { data: hold } = useQuery({
    queryKey: holdKey(holdId ?? ''),
    queryFn: ({ signal }) => readHold(holdId ?? '', signal),
    enabled: holdId !== null,
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

/** Storage tells other tabs when it changes; on the server nobody holds anything. */
function useRememberedHold(showId: string): string | null {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('storage', changed)
      return () => removeEventListener('storage', changed)
    },
    () => rememberedHold(showId),
    () => null,
  )
}
