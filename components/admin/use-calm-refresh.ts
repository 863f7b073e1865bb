import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useTransition } from 'react'
import { heldBack } from './held-back.ts'

/** A dialog that a page rendered again might take away. One that outlives its list says so, and follows what happens. */
const READ_DIALOG = 'dialog[open]:not([data-follows])'

/**
 * Renders the page again, but under no dialog that is open: what stands around it may go, and it would go as well, with what
 * somebody reads in it. What had the focus and is gone gives it to the nearest surroundings that can have it.
 */
export function useCalmRefresh(): () => void {
  const { refresh } = useRouter()
  const [refreshing, startRefresh] = useTransition()
  const focused = useRef<readonly HTMLElement[]>([])
  const [held] = useState(() =>
    heldBack(
      () => document.querySelector(READ_DIALOG) !== null,
      () => {
        focused.current = aroundFocus()
        startRefresh(refresh)
      },
    ),
  )
  useEffect(() => {
    // It does not bubble, but it is heard on the way down.
    document.addEventListener('close', held.closed, true)
    return () => document.removeEventListener('close', held.closed, true)
  }, [held])
  useEffect(() => {
    if (refreshing) return
    const [own, ...around] = focused.current
    focused.current = []
    if (own === undefined || own.isConnected || document.activeElement !== document.body) return
    around.find((one) => one.isConnected && one.hasAttribute('tabindex'))?.focus({ preventScroll: true })
  }, [refreshing])
  return held.ask
}

/** What has the focus, and all that is around it from the inside out. */
function aroundFocus(): HTMLElement[] {
  const around: HTMLElement[] = []
  for (let at = document.activeElement; at instanceof HTMLElement && at !== document.body; at = at.parentElement)
    around.push(at)
  return around
}
