'use client'

import { useTranslations } from 'use-intl/react'
import { isRetryable, problemOf } from '#components/api/problem-error.ts'
import { Notice } from '#components/ui/notice.tsx'

/** Why nothing was reserved, or that we do not know. Taken seats are named elsewhere, with what to take instead. */
export function ReserveProblem({ error, named }: { readonly error: Error; readonly named: boolean }) {
  const t = useTranslations('selection')
  if (isRetryable(error))
    return <Notice role="alert" tone="warning" title={t('noAnswerTitle')} text={t('noAnswerText')} />
  const problem = problemOf(error)
  if (problem?.type === 'core/unavailable-items' && named) return null
  const text =
    problem?.type === 'core/limit-exceeded' && problem.limit !== undefined
      ? t('failedLimit', { count: problem.limit })
      : t(problem?.type === 'core/not-on-sale' ? 'failedNotOnSale' : 'failedText')
  return <Notice role="alert" tone="negative" title={t('failedTitle')} text={text} />
}
