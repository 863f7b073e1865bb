'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl/react'
import { problemOf } from '#components/api/problem-error.ts'
import { send } from '#components/api/send.ts'
import { reasonOfError } from './problem-reason.ts'
import { StaffButton } from './staff-button.tsx'

/** Mails an order's tickets to its buyer once more. */
export function SendAgain({ orderId, email }: { readonly orderId: string; readonly email: string }) {
  const t = useTranslations('staffOrders')
  const problems = useTranslations('admin')
  const { refresh } = useRouter()
  const sending = useMutation({
    mutationFn: () => send(`/api/admin/orders/${orderId}/send-again`, { method: 'POST', body: {} }),
    onSuccess: refresh,
  })
  const { error } = sending
  const why = () => (problemOf(error)?.status === 429 ? t('sentBefore') : problems(`problem_${reasonOfError(error)}`))
  return (
    <div className="row">
      <StaffButton kind="strong" busy={sending.isPending} onClick={() => sending.mutate()}>
        {t(sending.isPending ? 'sending' : 'sendAgain')}
      </StaffButton>
      <p role="status" className="muted">
        {sending.isSuccess && t('sent', { email })}
        {sending.isError && why()}
      </p>
    </div>
  )
}
