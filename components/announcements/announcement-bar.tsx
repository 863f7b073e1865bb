'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'
import { SiteLink } from '#components/language/site-link.tsx'
import { QueryProvider } from '#components/live/query-provider.tsx'
import { Icon } from '#components/ui/icon.tsx'
import styles from './announcement-bar.module.css'
import { dismiss, dismissed, noneDismissed, onDismissed } from './dismissed.ts'
import { useAnnouncements } from './use-announcements.ts'

interface Props {
  readonly resellerId: string
  readonly words: Readonly<Record<'label' | 'more' | 'dismiss', string>>
}

/**
 * The newest announcement that this reader has not closed, over the foot of the page: it moves nothing when it comes or
 * goes, is read out politely, and never takes the focus.
 */
export function AnnouncementBar(props: Props) {
  return (
    <QueryProvider>
      <Bar {...props} />
    </QueryProvider>
  )
}

function Bar({ resellerId, words }: Props) {
  const all = useAnnouncements(resellerId)
  const closed = useSyncExternalStore(onDismissed, dismissed, noneDismissed)
  const shown = all.find(({ id }) => !closed.includes(id))
  const bar = useRef<HTMLElement>(null)
  useEffect(() => {
    // What else lies at the foot of the page keeps clear of it.
    const height = shown && bar.current ? bar.current.offsetHeight + 16 : 0
    document.documentElement.style.setProperty('--foot-taken', `${height}px`)
  }, [shown])
  return (
    <>
      <div role="status" className="visually-hidden">
        {shown?.text}
      </div>
      {shown && (
        <section ref={bar} className={`${styles.bar} no-print`} aria-label={words.label} data-testid="announcement">
          <p className={styles.text}>
            {shown.text}{' '}
            {shown.href && (
              <SiteLink href={shown.href} prefetch={false}>
                {words.more}
              </SiteLink>
            )}
          </p>
          <button type="button" onClick={() => dismiss(shown.id)} aria-label={words.dismiss} title={words.dismiss}>
            <Icon name="close" />
          </button>
        </section>
      )}
    </>
  )
}
