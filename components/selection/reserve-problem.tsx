'use client'

import { useTranslations } from 'use-intl/react'
import { NotSentError } from '#components/api/not-sent-error.ts'
import { isRetryable, problemOf } from '#components/api/problem-error.ts'
import { Notice } from '#components/ui/notice.tsx'

const NOT_ON_SALE = 'core/not-on-sale'

/** Whether core sells nothing of the show right now, for whatever reason. */
export const isNotOnSale = (error: Error | null): boolean => problemOf(error)?.type === NOT_ON_SALE

const TEXTS: Readonly<Record<string, 'failedNotOnSale' | 'failedMany'>> = {
  [NOT_ON_SALE]: 'failedNotOnSale',
  'storefront/too-many-attempts': 'failedMany',
}

/**
 * Why nothing was reserved, or that we do not know. Taken seats are named elsewhere, with what to take instead. That a show
 * is not on sale has several causes, and core says which for people who read its language only: the page that is made anew
 * says it.
 */
export function ReserveProblem({ error, named }: { readonly error: Error; readonly named: boolean }) {
  const t = useTranslations('selection')
  if (error instanceof NotSentError)
    return <Notice role="alert" tone="warning" title={t('offlineTitle')} text={t('offlineText')} />
  if (isRetryable(error))
    return <Notice role="alert" tone="warning" title={t('noAnswerTitle')} text={t('noAnswerText')} />
  const problem = problemOf(error)
  if (problem?.type === 'core/unavailable-items' && named) return null
  const text =
    problem?.type === 'core/limit-exceeded' && problem.limit !== undefined
      ? t('failedLimit', { count: problem.limit })
      : t(TEXTS[problem?.type ?? ''] ?? 'failedText')
  return <Notice role="alert" tone="negative" title={t('failedTitle')} text={text} />
}
