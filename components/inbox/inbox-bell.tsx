'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { SiteLink } from '#components/language/site-link.tsx'
import { Icon } from '#components/ui/icon.tsx'
import styles from './inbox-bell.module.css'
import { readInbox, unreadKey } from './inbox-queries.ts'
import { useInboxNews } from './use-inbox-news.ts'

/** More does not fit, and says nothing more. */
const MOST = 99

/**
 * The way to the inbox, with how much of it is unread. The page is the same for everybody and comes without a number;
 * the browser fills it in, and asks only when it may have an inbox.
 */
export function InboxBell() {
  const t = useTranslations('bell')
  const mine = useInboxNews()
  const { data: unread = 0 } = useQuery({
    queryKey: unreadKey,
    queryFn: async ({ signal }) => (await readInbox(null, signal)).unread,
    enabled: mine,
    staleTime: 60_000,
  })
  return (
    <SiteLink href="/inbox" prefetch={false} className={styles.bell} title={t('label')}>
      <Icon name="bell" />
      <span className="visually-hidden">
        {unread > 0 ? `${t('label')}, ${t('unread', { count: unread })}` : t('label')}
      </span>
      {unread > 0 && (
        <span className={styles.count} aria-hidden="true" data-testid="unread">
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      )}
      <span role="status" className="visually-hidden">
        {unread > 0 && t('unread', { count: unread })}
      </span>
    </SiteLink>
  )
}
