'use client'

import dynamic from 'next/dynamic'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl/react'
import { Notice } from '#components/ui/notice.tsx'
import type { Item } from '#contracts/hold.ts'
import type { HoldUse } from './hold-use.ts'
import styles from './open-hold-notice.module.css'
import { openHolds } from './open-holds.ts'

/** Fetched only where something is remembered. */
const LateLines = dynamic(async () => (await import('./open-hold-lines.tsx')).OpenHoldLines, { ssr: false })

interface Props extends Partial<HoldUse> {
  readonly showId: string
}

/** Leads back to tickets of this show that the browser has reserved, in this tab or another, or gives them back to change them. */
export function OpenHoldNotice({ showId, chooseAgain, ...rest }: Props) {
  const t = useTranslations('selection')
  const holdIds = useOpenHolds(showId)
  const [changed, setChanged] = useState(0)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button that was pressed is gone.
    if (changed > 0) place.current?.focus()
  }, [changed])
  if (holdIds.length === 0 && changed === 0) return null
  const onReleased =
    chooseAgain &&
    ((items: readonly Item[]) => {
      chooseAgain(items)
      setChanged((times) => times + 1)
    })
  return (
    <div ref={place} tabIndex={-1} className={styles.holds}>
      {changed > 0 && <Notice title={t('changeTitle')} text={t('changeText')} />}
      {holdIds.length > 0 && <LateLines {...rest} holdIds={holdIds} onReleased={onReleased ?? null} />}
    </div>
  )
}

/** Storage tells other tabs when it changes; on the server nobody holds anything. */
function useOpenHolds(showId: string): readonly string[] {
  const joined = useSyncExternalStore(
    (changed) => {
      const stop = openHolds.listen(changed)
      addEventListener('storage', changed)
      return () => {
        stop()
        removeEventListener('storage', changed)
      }
    },
    // A text, because a list would be another one each time.
    () => openHolds.of(showId).join(' '),
    () => '',
  )
  return useMemo(() => joined.split(' ').filter(Boolean), [joined])
}
