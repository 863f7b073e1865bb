'use client'

import type { ReactNode } from 'react'
import { usePublishDesk } from './publish-desk.tsx'
import { isToldOf } from './publishings.ts'

interface Props {
  readonly versions: readonly number[]
  readonly summary: string
  readonly children: ReactNode
}

/** Drafts behind the last one of their run: folded, unless one of them is being published, or was refused. */
export function VersionSteps({ versions, summary, children }: Props) {
  const { publishings } = usePublishDesk()
  return (
    <details open={isToldOf(publishings, versions) || undefined}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
