'use client'

import { createContext, type ReactNode, use, useRef, useState } from 'react'
import type { SyncState } from '#contracts/storefront.ts'
import { type AskedPublish, PublishQuestion } from './publish-question.tsx'
import type { Publishings } from './publishings.ts'
import { usePublish } from './use-publish.ts'

interface DeskState {
  readonly publishings: Publishings
  /** Asks whether to publish a version, and publishes it then. */
  ask(about: AskedPublish): void
}

const Desk = createContext<DeskState | null>(null)

/**
 * Publishes the versions of a list. It stands around the list, because a version has another place in it as soon as a
 * colleague saves the next: what becomes of its publish has to be told there as well, and what is asked about it has to
 * stay open.
 */
export function PublishDesk({ state, children }: { readonly state: SyncState; readonly children: ReactNode }) {
  const { publishings, publish } = usePublish(state)
  const [asked, setAsked] = useState<AskedPublish | null>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  const ask = (about: AskedPublish) => {
    setAsked(about)
    dialog.current?.showModal()
  }
  // Browsers give the focus back to what had it, unless the list has another button for that version by now.
  const keepFocus = () => {
    if (document.activeElement === document.body)
      dialog.current?.closest<HTMLElement>('[tabindex]')?.focus({ preventScroll: true })
  }
  return (
    <Desk value={{ publishings, ask }}>
      {children}
      <PublishQuestion dialog={dialog} asked={asked} publish={(version) => void publish(version)} onClose={keepFocus} />
    </Desk>
  )
}

export function usePublishDesk(): DeskState {
  const desk = use(Desk)
  if (desk === null) throw new Error('versions are published inside a PublishDesk')
  return desk
}
