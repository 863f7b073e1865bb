'use client'

import dynamic from 'next/dynamic'
import { useSyncExternalStore } from 'react'
import { SiteLink } from '#components/language/site-link.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { Locale } from '#contracts/reseller-config.ts'
import type { Messages } from '#lib/text/en.ts'
import styles from './inbox-bell.module.css'
import { mayHaveInbox, onInboxHint } from './inbox-hint.ts'

/** Most visitors have no inbox, and never fetch it. */
const LateUnread = dynamic(async () => (await import('./unread.tsx')).Unread, { ssr: false })

interface Props {
  readonly label: string
  readonly locale: Locale
  /** For the number, where there is one. */
  readonly texts: Pick<Messages, 'bell'>
}

/**
 * The way to the inbox, with how much of it is unread. The page is the same for everybody and comes without a number;
 * the browser fills it in, and asks only when it may have an inbox.
 */
export function InboxBell({ label, locale, texts }: Props) {
  const mine = useSyncExternalStore(onInboxHint, mayHaveInbox, () => false)
  return (
    <SiteLink href="/inbox" prefetch={false} className={styles.bell} title={label}>
      <Icon name="bell" />
      <span className="visually-hidden">{label}</span>
      {mine && <LateUnread locale={locale} texts={texts} />}
    </SiteLink>
  )
}
