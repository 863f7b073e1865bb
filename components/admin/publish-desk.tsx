'use client'

import { createContext, type ReactNode, use, useRef, useState } from 'react'
import type { SyncState } from '#contracts/storefront.ts'
import { PublishQuestion } from './publish-question.tsx'
import { type Listed, type PutQuestion, publishStanding, putQuestion } from './publish-standing.ts'
import type { Publishings } from './publishings.ts'
import { usePublish } from './use-publish.ts'
import { useSeen } from './use-seen.ts'

interface DeskState {
  readonly publishings: Publishings
  /** Asks whether to publish a version, and publishes it then. */
  ask(version: number): void
}

const Desk = createContext<DeskState | null>(null)

interface Props extends Omit<Listed, 'liveVersion'> {
  readonly state: SyncState
  readonly children: ReactNode
}

/**
 * Publishes the versions of a list. It stands around the list, because a version has another place in it as soon as a
 * colleague saves the next: what becomes of its publish has to be told there as well, and what is asked about it has to
 * stay open.
 */
export function PublishDesk({ state, offers, comparedWith, children }: Props) {
  const { publishings, publish } = usePublish(state)
  const [put, setPut] = useState<PutQuestion | null>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  const now: Listed = { offers, comparedWith, liveVersion: state.liveVersion }
  const standing = put && publishStanding(put, now)
  const seen = useSeen({ question: put, step: standing?.step ?? null })
  const ask = (version: number) => {
    setPut(putQuestion(version, now))
    if (!dialog.current?.open) dialog.current?.showModal()
  }
  // Browsers give the focus back to what had it, unless the list has another button for that version by now.
  const keepFocus = () => {
    if (document.activeElement === document.body)
      dialog.current?.closest<HTMLElement>('[tabindex]')?.focus({ preventScroll: true })
  }
  return (
    <Desk value={{ publishings, ask }}>
      {children}
      <PublishQuestion
        dialog={dialog}
        standing={standing}
        seen={seen}
        ask={ask}
        publish={(version) => void publish(version, { liveVersion: put?.liveVersion })}
        onClose={keepFocus}
      />
    </Desk>
  )
}

export function usePublishDesk(): DeskState {
  const desk = use(Desk)
  if (desk === null) throw new Error('versions are published inside a PublishDesk')
  return desk
}
