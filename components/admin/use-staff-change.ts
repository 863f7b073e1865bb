'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '#components/api/call.ts'
import { problemOf } from '#components/api/problem-error.ts'
import { failureReason } from './problem-reason.ts'

export interface StaffChange {
  /** @param done what is said when it is done. @returns whether it was */
  readonly change: (path: string, body: object, done: string) => Promise<boolean>
  /** What was done last, or why it was not; one of them is empty. */
  readonly said: string
  readonly problem: string
  /** Until the page shows what was done. */
  readonly busy: boolean
}

/** Changes who works here, one change at a time. */
export function useStaffChange(): StaffChange {
  const t = useTranslations('admin')
  const { refresh } = useRouter()
  const [outcome, setOutcome] = useState({ said: '', problem: '' })
  const [sending, setSending] = useState(false)
  const [refreshing, startRefresh] = useTransition()
  const busy = sending || refreshing

  const reasonOf = (error: unknown): string => {
    const problem = problemOf(error)
    if (problem?.type === 'storefront/last-owner') return t('lastOwner')
    if (problem?.type === 'storefront/not-found') return t('unknownAccount')
    return t(`problem_${failureReason(problem)}`)
  }
  const change = async (path: string, body: object, done: string): Promise<boolean> => {
    if (busy) return false
    setSending(true)
    setOutcome({ said: '', problem: '' })
    try {
      await call(`/api/admin/staff${path}`, { method: 'POST', body })
      setOutcome({ said: done, problem: '' })
      startRefresh(refresh)
      return true
    } catch (error) {
      setOutcome({ said: '', problem: reasonOf(error) })
      return false
    } finally {
      setSending(false)
    }
  }
  return { change, ...outcome, busy }
}
