'use client'

import { useTranslations } from 'use-intl/react'
import { problemOf } from '#components/api/problem-error.ts'
import { Notice } from '#components/ui/notice.tsx'

const TEXTS: Readonly<Record<string, 'failedNotOnSale' | 'failedMany'>> = {
  'core/not-on-sale': 'failedNotOnSale',
  'storefront/too-many-attempts': 'failedMany',
}

/** Why nothing was reserved. Taken seats are named elsewhere, with what to take instead. */
export function ReserveProblem({ error, named }: { readonly error: Error; readonly named: boolean }) {
  const t = useTranslations('selection')
  const problem = problemOf(error)
  if (problem?.type === 'core/unavailable-items' && named) return null
  const text =
    problem?.type === 'core/limit-exceeded' && problem.limit !== undefined
      ? t('failedLimit', { count: problem.limit })
      : t(TEXTS[problem?.type ?? ''] ?? 'failedText')
  return <Notice role="alert" tone="negative" title={t('failedTitle')} text={text} />
}
