'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { AnnouncementStatus } from '#lib/announcements/announcements.ts'
import styles from './announcement-list.module.css'
import { LiveRefresh } from './live-refresh.tsx'
import { RecallButton } from './recall-button.tsx'
import { useCalmRefresh } from './use-calm-refresh.ts'

/** An announcement as a line, with its moments in words, which only the server writes. */
export interface AnnouncementLine {
  readonly id: string
  readonly texts: readonly { readonly locale: string; readonly text: string }[]
  readonly href: string | null
  readonly status: AnnouncementStatus
  readonly from: string
  readonly until: string | null
  readonly by: string
  readonly written: string
  readonly recalledBy: string | null
  readonly recalled: string | null
}

interface Props {
  readonly lines: readonly AnnouncementLine[]
  readonly resellerId: string
  /** Writes one once more; null for whoever may only look. */
  readonly reuse: ((line: AnnouncementLine) => void) | null
}

const TONES = { scheduled: 'warn', live: 'good', over: '', recalled: 'bad' } as const

/** Whatever was announced, newest first. It follows what happens: one that comes due, and one a colleague takes back. */
export function AnnouncementList({ lines, resellerId, reuse }: Props) {
  const t = useTranslations('staffAnnouncements')
  const refresh = useCalmRefresh()
  const [said, setSaid] = useState('')
  const tell = (outcome: string) => {
    setSaid(outcome)
    refresh()
  }
  return (
    <section className="panel" aria-labelledby="announcements">
      <LiveRefresh stream={`public.promotional.${resellerId}`} />
      <h2 id="announcements">{t('list')}</h2>
      <p role="status">{said}</p>
      {lines.length === 0 && <p className="muted">{t('empty')}</p>}
      <ul className={styles.list}>
        {lines.map((line) => (
          // The button that takes it back goes with that; the focus stays in its line.
          <li key={line.id} data-testid="announcement-line" tabIndex={-1}>
            <Line line={line} />
            {reuse && (
              <div className="row">
                {(line.status === 'live' || line.status === 'scheduled') && (
                  <RecallButton id={line.id} text={line.texts[0]?.text ?? ''} tell={tell} />
                )}
                <button type="button" className="button" onClick={() => reuse(line)}>
                  {t('reuse')}
                  <span className="visually-hidden">: {line.texts[0]?.text.slice(0, 80)}</span>
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ line }: { readonly line: AnnouncementLine }) {
  const t = useTranslations('staffAnnouncements')
  const { status, texts, href, from, until, by, written, recalledBy, recalled } = line
  return (
    <div className={styles.line}>
      <p className="row">
        <span className={`badge ${TONES[status]}`}>{t(`status_${status}`)}</span>
        <span className="muted">
          {t('fromUntil', {
            from: t('fromWhen', { when: from }),
            to: until === null ? t('untilRecalled') : t('untilWhen', { when: until }),
          })}
        </span>
      </p>
      {texts.map(({ locale, text }) => (
        <p key={locale} lang={locale} dir="auto" className={styles.text}>
          {text}
        </p>
      ))}
      {href !== null && (
        <p>
          <a href={href}>{href}</a>
        </p>
      )}
      <p className="muted">
        {t('by', { name: by, when: written })}
        {recalled !== null &&
          ` · ${recalledBy === null ? t('recalledAt', { when: recalled }) : t('recalledBy', { name: recalledBy, when: recalled })}`}
      </p>
    </div>
  )
}
