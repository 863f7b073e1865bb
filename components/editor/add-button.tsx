import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { StaffButton } from '#components/admin/staff-button.tsx'

interface Props {
  readonly text: string
  /** Entries that there are, and that there may be. */
  readonly count: number
  readonly limit: number
  readonly onAdd: () => void
}

/** Adds an entry to a list; where the list is full, it says so. */
export function AddButton({ text, count, limit, onAdd }: Props) {
  const t = useTranslations('editor')
  const id = useId()
  const isFull = count >= limit
  return (
    <>
      <StaffButton off={isFull} aria-describedby={isFull ? id : undefined} onClick={onAdd}>
        {text}
      </StaffButton>
      <span id={id} role="status" className="muted">
        {isFull && t('listFull', { limit })}
      </span>
    </>
  )
}
