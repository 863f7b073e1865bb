'use client'

import { createContext, type ReactNode, use } from 'react'
import type { SyncState } from '#contracts/storefront.ts'
import { usePublish } from './use-publish.ts'

const Desk = createContext<ReturnType<typeof usePublish> | null>(null)

/**
 * Publishes the versions of a list. It stands around the list, because a version has another place in it as soon as a
 * colleague saves the next, and what becomes of its publish has to be told there as well.
 */
export function PublishDesk({ state, children }: { readonly state: SyncState; readonly children: ReactNode }) {
  return <Desk value={usePublish(state)}>{children}</Desk>
}

export function usePublishDesk(): ReturnType<typeof usePublish> {
  const desk = use(Desk)
  if (desk === null) throw new Error('versions are published inside a PublishDesk')
  return desk
}
