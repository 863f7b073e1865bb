'use client'

import { useEffect, useEffectEvent } from 'react'

/**
 * Calls back when the browser shows this page again as it was left, buttons still busy with what led away from it. It does
 * so after a link that loaded a whole new page; on the way back within the site, a page is made anew.
 */
export function useCameBack(cameBack: () => void): void {
  const onCameBack = useEffectEvent(cameBack)
  useEffect(() => {
    const listen = ({ persisted }: PageTransitionEvent) => {
      if (persisted) onCameBack()
    }
    addEventListener('pageshow', listen)
    return () => removeEventListener('pageshow', listen)
  }, [])
}
