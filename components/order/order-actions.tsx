'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { problemOf } from '#components/api/problem-error.ts'
import { send } from '#components/api/send.ts'
import { Button, buttonClass } from '#components/ui/button.tsx'
import type { OrderView } from '#contracts/storefront.ts'
import styles from './order-actions.module.css'
import { orderAddress } from './order-queries.ts'

interface Props {
  readonly order: OrderView
  readonly linkKey: string | undefined
  /** Then there is no date to take along. */
  readonly cancelledShow: boolean
}

/** What somebody may take along: all tickets as one file, the date, and the mail once more. */
export function OrderActions({ order, linkKey, cancelledShow }: Props) {
  const t = useTranslations('orders')
  const again = useMutation({
    mutationFn: () => send<void>(orderAddress(order.id, linkKey, '/send-again'), { method: 'POST' }),
  })
  return (
    <div className={`${styles.actions} no-print`}>
      <a className={buttonClass({})} href={orderAddress(order.id, linkKey, '/tickets.pdf')} download>
        {t('pdf')}
      </a>
      {!cancelledShow && (
        <a className={buttonClass({ kind: 'quiet' })} href={orderAddress(order.id, linkKey, '/show.ics')} download>
          {t('calendar')}
        </a>
      )}
      <Button kind="quiet" busy={again.isPending || again.isSuccess} onClick={() => again.mutate()}>
        {again.isPending ? t('resending') : t('resend')}
      </Button>
      <p role="status" className={styles.said}>
        {again.isSuccess && t('resent', { email: order.buyer.email })}
        {again.isError &&
          t(problemOf(again.error)?.type === 'storefront/too-many-attempts' ? 'resentAlready' : 'tryAgain')}
      </p>
    </div>
  )
}
