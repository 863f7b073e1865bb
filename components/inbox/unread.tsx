'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { QueryProvider } from '#components/live/query-provider.tsx'
import { TextProvider } from '#components/text/text-provider.tsx'
import type { Locale } from '#contracts/reseller-config.ts'
import type { Messages } from '#lib/text/en.ts'
import styles from './inbox-bell.module.css'
import { readInbox, unreadKey } from './inbox-queries.ts'
import { useInboxNews } from './use-inbox-news.ts'

/** More does not fit, and says nothing more. */
const MOST = 99

interface Props {
  readonly locale: Locale
  readonly texts: Pick<Messages, 'bell'>
}

/** How much of this reader's inbox is unread, as it is now, here and on their other devices. */
export function Unread({ locale, texts }: Props) {
  return (
    <QueryProvider>
      <TextProvider locale={locale} messages={texts}>
        <Count />
      </TextProvider>
    </QueryProvider>
  )
}

function Count() {
  const t = useTranslations('bell')
  useInboxNews()
  const { data: unread = 0 } = useQuery({
    queryKey: unreadKey,
    queryFn: async ({ signal }) => (await readInbox(null, signal)).unread,
    staleTime: 60_000,
  })
  return (
    <>
      {unread > 0 && (
        <span className={styles.count} aria-hidden="true" data-testid="unread">
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      )}
      <span role="status" className="visually-hidden">
        {unread > 0 && t('unread', { count: unread })}
      </span>
    </>
  )
}
