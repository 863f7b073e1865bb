'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { call } from '#components/api/call.ts'
import { problemOf } from '#components/api/problem-error.ts'
import type { SyncState } from '#contracts/storefront.ts'
import { type Progress, progressOf } from './publish-progress.ts'
import { type PublishRefusal, publishRefusal } from './publish-refusal.ts'

export type Publishing =
  | Progress
  | { readonly step: 'idle' | 'asking' }
  /** The server refused, or could not be asked. */
  | { readonly step: 'failed'; readonly refusal: PublishRefusal }

/** A publish is live in a second mostly; asking this often shows it without a wait, and costs three small queries. */
const ASK_MS = 700
/** After a minute nobody is watching; the page is rendered anew when something happens anyway. */
const GIVE_UP_MS = 60_000

/** Publishes a version and watches it become live. */
export function usePublish(version: number, before: SyncState): { publishing: Publishing; publish: () => void } {
  const { refresh } = useRouter()
  const [publishing, setPublishing] = useState<Publishing>({ step: 'idle' })
  const watch = useRef<ReturnType<typeof setInterval>>(undefined)
  useEffect(() => () => clearInterval(watch.current), [])

  const follow = () => {
    const askedAt = performance.now()
    watch.current = setInterval(async () => {
      const now = await call<SyncState>('/api/admin/state').catch(() => null)
      const waitedMs = performance.now() - askedAt
      const progress = progressOf(version, before, now ?? before, waitedMs)
      setPublishing(progress)
      if (progress.step === 'live' || progress.step === 'rejected' || waitedMs > GIVE_UP_MS) {
        clearInterval(watch.current)
        refresh()
      }
    }, ASK_MS)
  }

  const publish = async () => {
    clearInterval(watch.current)
    setPublishing({ step: 'asking' })
    try {
      await call(`/api/admin/versions/${version}/publish`, { method: 'POST', body: {} })
      setPublishing({ step: 'publishing' })
      follow()
    } catch (error) {
      setPublishing({ step: 'failed', refusal: publishRefusal(problemOf(error)) })
    }
  }
  return { publishing, publish }
}
