'use client'

import { useEffect, useReducer, useRef } from 'react'
import { type DraftEvent, type DraftState, isUnsaved, nextDraft, openDraft } from '#components/admin/draft-state.ts'
import { call } from '#components/api/call.ts'
import { isRefusal, problemOf } from '#components/api/problem-error.ts'
import type { ResellerConfig } from '#contracts/reseller-config.ts'

/** Long enough to finish a word, short enough that the preview beside it seems to follow the hand. */
const PAUSE_MS = 1_200
/** What nobody answered is tried again without being asked; what was refused is not. */
const AGAIN_MS = 8_000

interface Autosave {
  readonly draft: DraftState
  readonly edited: (valid: boolean) => void
  readonly keepMine: () => void
  readonly again: () => void
}

/** Saves `config` as a draft after each pause in editing, as `draft-state.ts` draws it. */
export function useAutosave(base: number, config: ResellerConfig, valid: boolean): Autosave {
  const [draft, tell] = useReducer(nextDraft, base, openDraft)
  const newest = useRef(config)
  newest.current = config
  const sent = useRef(config)

  const save = async () => {
    tell({ type: 'saving' })
    try {
      if (!draft.unanswered) sent.current = newest.current
      const body = { base: draft.base, config: sent.current }
      const saved = await call<{ version: number; passed: boolean }>('/api/admin/drafts', { method: 'POST', body })
      tell({ type: 'saved', ...saved })
    } catch (error) {
      tell(afterError(error))
    }
  }

  const { phase, edits } = draft
  // biome-ignore lint/correctness/useExhaustiveDependencies: each edit begins a new pause; `save` reads what is newest
  useEffect(() => {
    const waitMs = phase === 'waiting' ? PAUSE_MS : phase === 'failed' && valid ? AGAIN_MS : null
    if (waitMs === null) return
    const timer = setTimeout(() => void save(), waitMs)
    return () => clearTimeout(timer)
  }, [phase, edits, valid])

  const unsaved = isUnsaved(draft)
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])

  return {
    draft,
    edited: (nowValid) => tell({ type: 'edited', valid: nowValid }),
    keepMine: () => tell({ type: 'keep mine' }),
    again: () => void save(),
  }
}

function afterError(error: unknown): DraftEvent {
  const problem = problemOf(error)
  if (problem?.type === 'storefront/newer-version' && problem.version !== undefined)
    return { type: 'newer', version: problem.version, by: problem.detail ?? '' }
  return problem !== null && isRefusal(error) ? { type: 'refused', problem } : { type: 'failed' }
}
