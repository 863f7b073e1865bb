'use client'

import { useEffect, useRef, useState } from 'react'
import { call } from '#components/api/call.ts'
import { problemOf } from '#components/api/problem-error.ts'
import type { NewPublish, SyncState } from '#contracts/storefront.ts'
import { progressOf } from './publish-progress.ts'
import { publishRefusal } from './publish-refusal.ts'
import { type Publishing, type Publishings, withoutLive } from './publishings.ts'
import { useCalmRefresh } from './use-calm-refresh.ts'

/** A publish is live in a second mostly; asking this often shows it without a wait, and costs three small queries. */
const ASK_MS = 700
/** After a minute nobody is watching; the page is rendered anew when something happens anyway. */
const GIVE_UP_MS = 60_000

/** Publishes versions and watches them become live. */
export function usePublish(state: SyncState) {
  const refresh = useCalmRefresh()
  const [publishings, tell] = usePublishings(state.liveVersion)
  const watches = useRef(new Map<number, ReturnType<typeof setInterval>>())
  useEffect(() => {
    const all = watches.current
    return () => {
      for (const watch of all.values()) clearInterval(watch)
    }
  }, [])

  const follow = (version: number) => {
    const askedAt = performance.now()
    const watch = setInterval(async () => {
      const now = await call<SyncState>('/api/admin/state').catch(() => null)
      const waitedMs = performance.now() - askedAt
      const progress = progressOf(version, state, now ?? state, waitedMs)
      tell(version, progress)
      if (progress.step === 'live' || progress.step === 'rejected' || waitedMs > GIVE_UP_MS) {
        clearInterval(watch)
        refresh()
      }
    }, ASK_MS)
    watches.current.set(version, watch)
  }

  /** @param about what the question was about; once that is over, the publish is refused */
  const publish = async (version: number, about: NewPublish) => {
    clearInterval(watches.current.get(version))
    tell(version, { step: 'asking' })
    try {
      await call(`/api/admin/versions/${version}/publish`, { method: 'POST', body: about })
      tell(version, { step: 'publishing' })
      follow(version)
    } catch (error) {
      const refusal = publishRefusal(problemOf(error))
      tell(version, { step: 'failed', refusal })
      if (refusal.why === 'changed') refresh()
    }
  }
  return { publishings, publish }
}

function usePublishings(liveVersion: number | null) {
  const [publishings, setPublishings] = useState<Publishings>(new Map())
  const [live, setLive] = useState(liveVersion)
  if (live !== liveVersion) {
    setLive(liveVersion)
    setPublishings((known) => withoutLive(known, liveVersion))
  }
  const tell = (version: number, publishing: Publishing) =>
    setPublishings((known) => new Map(known).set(version, publishing))
  return [publishings, tell] as const
}
