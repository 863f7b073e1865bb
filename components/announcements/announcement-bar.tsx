'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'
import { SiteLink } from '#components/language/site-link.tsx'
import { QueryProvider } from '#components/live/query-provider.tsx'
import type { Locale } from '#contracts/reseller-config.ts'
import { AnnouncementCard } from './announcement-card.tsx'
import { spokenIn } from './announcement-state.ts'
import { dismiss, dismissed, noneDismissed, onDismissed } from './dismissed.ts'
import { useAnnouncements } from './use-announcements.ts'

interface Props {
  readonly resellerId: string
  /** The page's language: an announcement is shown in it, or says that it is in another. */
  readonly locale: Locale
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

function Bar({ resellerId, locale, words }: Props) {
  const all = useAnnouncements(resellerId)
  const closed = useSyncExternalStore(onDismissed, dismissed, noneDismissed)
  const left = all.filter(({ id }) => !closed.includes(id))
  const shown = left[0]
  const said = shown && spokenIn(shown, locale)
  const bar = useRef<HTMLElement>(null)
  useEffect(() => {
    const page = document.documentElement
    // What else lies at the foot of the page keeps clear of it, also when its text wraps anew.
    const watch = new ResizeObserver(() => {
      const top = bar.current?.offsetTop ?? page.clientHeight
      page.style.setProperty('--foot-taken', `${page.clientHeight - top}px`)
    })
    if (shown && bar.current) watch.observe(bar.current)
    return () => {
      watch.disconnect()
      page.style.removeProperty('--foot-taken')
    }
  }, [shown])
  function close(id: string) {
    // The next one has the same button; with the last one it goes, and whoever pressed it is back on the page.
    if (left.length === 1 && bar.current?.contains(document.activeElement))
      document.getElementById('content')?.focus({ preventScroll: true })
    dismiss(id)
  }
  return (
    <>
      <div role="status" className="visually-hidden" lang={said?.lang} dir="auto">
        {said?.text}
      </div>
      {shown && said && (
        <AnnouncementCard
          ref={bar}
          {...said}
          label={words.label}
          dismissLabel={words.dismiss}
          onDismiss={() => close(shown.id)}
        >
          {shown.href && (
            // Said by the page, not by the reseller.
            <span lang={locale}>
              <SiteLink href={shown.href} prefetch={false}>
                {words.more}
              </SiteLink>
            </span>
          )}
        </AnnouncementCard>
      )}
    </>
  )
}
