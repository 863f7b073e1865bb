import { type RefObject, type ToggleEvent, useEffect, useRef, useState } from 'react'

interface Opened {
  readonly open: boolean
  /** Of the `details` that this is about. */
  readonly ref: RefObject<HTMLDetailsElement | null>
  readonly onToggle: (event: ToggleEvent<HTMLDetailsElement>) => void
}

/** Whether a `details` is open, for what is made only then. Browsers open it by themselves, so it may be before the page is awake. */
export function useOpened(): Opened {
  const ref = useRef<HTMLDetailsElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (ref.current?.open) setOpen(true)
  }, [])
  return { open, ref, onToggle: ({ currentTarget }) => setOpen(currentTarget.open) }
}
