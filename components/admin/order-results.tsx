'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl/react'
import { useKeptFocus } from '#components/ui/use-kept-focus.ts'
import type { FoundOrder } from '#contracts/staff.ts'
import { isolated } from '#lib/text/isolated.ts'
import { OrderBadge } from './order-badge.tsx'
import styles from './order-search.module.css'
import type { SearchProblem } from './search-problem.ts'
import { StaffButton } from './staff-button.tsx'
import type { OrderSearchState } from './use-order-search.ts'

/** What was found, newest first; or why there is nothing to see. */
export function OrderResults({ search }: { readonly search: OrderSearchState }) {
  const t = useTranslations('staffOrders')
  const { orders, problem, busy, asked, more } = search
  const shown = problem === null ? orders : null
  // What brings older ones goes with the last of them, and what tries again by being tried.
  const place = useKeptFocus<HTMLElement>()
  return (
    <section {...place} className="panel" aria-labelledby="found" aria-busy={busy}>
      <div className="row">
        <h2 id="found">{t(asked === '' ? 'newest' : 'results')}</h2>
        <p role="status" className="muted push">
          {busy ? t('searching') : shown && t('count', { count: shown.length })}
        </p>
      </div>
      {problem && <Problem problem={problem} retry={search.retry} />}
      {shown?.length === 0 && !busy && <Nothing asked={asked !== ''} />}
      {shown && shown.length > 0 && (
        <ul className={styles.list} data-busy={busy || undefined}>
          {shown.map((order) => (
            <Line key={order.id} order={order} />
          ))}
        </ul>
      )}
      {shown && more && (
        <p>
          <StaffButton busy={busy} onClick={more}>
            {t('older')}
          </StaffButton>
        </p>
      )}
    </section>
  )
}

function Line({ order: { id, code, buyer, show, tickets, total, status, when } }: { readonly order: FoundOrder }) {
  const t = useTranslations('staffOrders')
  return (
    <li className={styles.line} data-testid="found-order">
      <p>
        <Link href={`/admin/orders/${id}`} prefetch={false} className={styles.code}>
          {code}
        </Link>{' '}
        <OrderBadge status={status} />
        <span className={styles.quiet}>{t('ordered', { when })}</span>
      </p>
      <p>
        <strong>{isolated(buyer.name)}</strong>
        <span className={styles.quiet}>{buyer.email}</span>
      </p>
      <p>
        {show ? isolated(show.title) : <em>{t('showUnknown')}</em>}
        <span className={styles.quiet}>{show?.when}</span>
      </p>
      <p className={styles.sum}>
        <strong>{total}</strong>
        <span className={styles.quiet}>{t('tickets', { count: tickets })}</span>
      </p>
    </li>
  )
}

function Nothing({ asked }: { readonly asked: boolean }) {
  const t = useTranslations('staffOrders')
  return (
    <div className="note">
      <h3>{t(asked ? 'nothingTitle' : 'noneYetTitle')}</h3>
      <p>{t(asked ? 'nothingText' : 'noneYetText')}</p>
    </div>
  )
}

function Problem({ problem, retry }: { readonly problem: SearchProblem; readonly retry: () => void }) {
  const t = useTranslations('staffOrders')
  return (
    <div className="note warn" role="alert">
      {problem === 'boxOffice' && <h3>{t('awayTitle')}</h3>}
      <p>
        <ProblemWords problem={problem} />
      </p>
      <p>
        <button type="button" className="button" onClick={retry}>
          {t('tryAgain')}
        </button>
      </p>
    </div>
  )
}

function ProblemWords({ problem }: { readonly problem: SearchProblem }) {
  const t = useTranslations('staffOrders')
  const problems = useTranslations('admin')
  if (problem === 'boxOffice') return t('awayText')
  return problem === 'tooMany' ? t('tooManyText') : problems(`problem_${problem}`)
}
