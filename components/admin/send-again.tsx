'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl/react'
import { call } from '#components/api/call.ts'
import { problemOf } from '#components/api/problem-error.ts'
import { failureReason } from './problem-reason.ts'

/** Mails an order's tickets to its buyer once more. */
export function SendAgain({ orderId, email }: { readonly orderId: string; readonly email: string }) {
  const t = useTranslations('staffOrders')
  const problems = useTranslations('admin')
  const { refresh } = useRouter()
  const sending = useMutation({
    mutationFn: () => call(`/api/admin/orders/${orderId}/send-again`, { method: 'POST', body: {} }),
    onSuccess: refresh,
  })
  const problem = problemOf(sending.error)
  const why = () => (problem?.status === 429 ? t('sentBefore') : problems(`problem_${failureReason(problem)}`))
  return (
    <div className="row">
      <button type="button" className="button strong" disabled={sending.isPending} onClick={() => sending.mutate()}>
        {t(sending.isPending ? 'sending' : 'sendAgain')}
      </button>
      <p role="status" className="muted">
        {sending.isSuccess && t('sent', { email })}
        {sending.isError && why()}
      </p>
    </div>
  )
}
