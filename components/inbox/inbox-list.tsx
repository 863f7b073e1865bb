'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl/react'
import { SiteLink } from '#components/language/site-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { useKeptFocus } from '#components/ui/use-kept-focus.ts'
import type { InboxItem } from '#contracts/storefront.ts'
import { mayHaveInbox, onInboxHint } from './inbox-hint.ts'
import styles from './inbox-list.module.css'
import { inboxKey, markRead, unreadKey } from './inbox-queries.ts'
import { type InboxPages, useInboxPages } from './use-inbox-pages.ts'

/** What somebody was told here, newest first; it grows while it is open. */
export function InboxList() {
  const mine = useSyncExternalStore(onInboxHint, mayHaveInbox, () => null)
  const pages = useInboxPages(mine === true)
  // Each of its buttons goes by what it did: all are read, there are no more, it came at last.
  const place = useKeptFocus<HTMLDivElement>()
  return (
    <div {...place}>
      <Told mine={mine} pages={pages} />
    </div>
  )
}

function Told({ mine, pages }: { readonly mine: boolean | null; readonly pages: InboxPages }) {
  const t = useTranslations('inbox')
  const { data, isPending, isError, refetch } = pages
  if (mine === false) return <Notice title={t('empty')} text={t('emptyText')} />
  if (isPending) return <p role="status">{t('loading')}</p>
  if (isError && !data) {
    return (
      <Notice title={t('failed')} role="alert" tone="warning">
        <Button kind="quiet" onClick={() => void refetch()}>
          {t('again')}
        </Button>
      </Notice>
    )
  }
  const items = data.pages.flatMap((page) => page.items)
  if (items.length === 0) return <Notice title={t('empty')} text={t('emptyText')} />
  return <Items items={items} pages={pages} />
}

function Items({ items, pages }: { readonly items: readonly InboxItem[]; readonly pages: InboxPages }) {
  const t = useTranslations('inbox')
  const queries = useQueryClient()
  const reading = useMutation({
    mutationFn: markRead,
    onSuccess({ unread }) {
      queries.setQueryData(unreadKey, unread)
      void queries.invalidateQueries({ queryKey: inboxKey })
    },
  })
  const unmarked = reading.isError && reading.variables === undefined
  return (
    <>
      {items.some(({ read }) => !read) && (
        <Button kind="quiet" busy={reading.isPending} onClick={() => reading.mutate(undefined)}>
          {t('markRead')}
        </Button>
      )}
      {unmarked && <Notice title={t('markFailed')} role="alert" tone="warning" />}
      <ul className={styles.list}>
        {items.map((item) => (
          <Row key={item.id} item={item} isNew={t('new')} onOpen={() => reading.mutate([item.id])} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button kind="quiet" busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

interface RowProps {
  readonly item: InboxItem
  readonly isNew: string
  readonly onOpen: () => void
}

function Row({ item: { title, when, at, href, read }, isNew, onOpen }: RowProps) {
  return (
    <li className={read ? styles.read : styles.unread}>
      <SiteLink href={href} prefetch={false} onClick={read ? undefined : onOpen}>
        <span className={styles.title}>
          {!read && <span className={styles.new}>{isNew}</span>}
          {title}
        </span>
        <time dateTime={at}>{when}</time>
      </SiteLink>
    </li>
  )
}
