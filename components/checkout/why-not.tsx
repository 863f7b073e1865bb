'use client'

import { useTranslations } from 'use-intl/react'
import { SiteLink } from '#components/language/site-link.tsx'
import { GoneWays } from './gone-ways.tsx'
import type { HoldFailure } from './hold-failure.ts'

/** Why a hold was not changed, in a sentence, and where to go when trying again is of no use. */
export function WhyNot({ failure, holdId }: { readonly failure: HoldFailure; readonly holdId: string }) {
  const t = useTranslations('hold')
  if (failure === 'gone')
    return (
      <>
        {t('goneInOne', { title: t('goneTitle'), text: t('goneText') })} <GoneWays holdId={holdId} />
      </>
    )
  if (failure !== 'over') return t(failure)
  return (
    <>
      {t('over')}{' '}
      <SiteLink href="/orders" prefetch={false}>
        {t('unansweredLink')}
      </SiteLink>
    </>
  )
}
