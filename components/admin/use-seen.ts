import { useEffect, useState } from 'react'
import { isSeen, type Shown } from './shown.ts'

/** The two presses of a double click lie at most this far apart unless somebody set it otherwise; nobody reads faster. */
const UNSEEN_MS = 500

/** Whether what is shown has stood there for long enough to be seen; not yet as soon as it is something else. */
export function useSeen({ question, step }: Shown): boolean {
  const [seen, setSeen] = useState<Shown | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setSeen({ question, step }), UNSEEN_MS)
    return () => {
      clearTimeout(timer)
      setSeen(null)
    }
  }, [question, step])
  return isSeen(seen, { question, step })
}
