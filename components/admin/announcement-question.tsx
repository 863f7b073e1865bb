'use client'

import { type RefObject, useId } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { formatLongDay, formatTime } from '#lib/format/date.ts'
import { isolated, listed } from '#lib/text/isolated.ts'
import type { NewAnnouncement } from './announcement-draft.ts'
import styles from './announcement-list.module.css'

interface Props {
  readonly dialog: RefObject<HTMLDialogElement | null>
  /** Null until there is something to ask about. */
  readonly announcement: NewAnnouncement | null
  /** Of the shop, the first one first. */
  readonly languages: readonly { readonly locale: string; readonly name: string }[]
  readonly timeZone: string
  readonly send: () => void
}

/** Asks before everybody reads it: a key too early, in whichever field, announces nothing. */
export function AnnouncementQuestion({ dialog, announcement, languages, timeZone, send }: Props) {
  const t = useTranslations('staffAnnouncements')
  const title = useId()
  return (
    <dialog ref={dialog} aria-labelledby={title}>
      <h2 id={title}>{t('askTitle')}</h2>
      {announcement && (
        <>
          {languages.map(({ locale, name }, at) => {
            const text = at === 0 ? announcement.text : announcement.translations?.[locale]
            return (
              text !== undefined && (
                <div key={locale}>
                  {languages.length > 1 && <p className="label">{t('textIn', { language: name })}</p>}
                  <p lang={locale} dir="auto" className={styles.text}>
                    {text}
                  </p>
                </div>
              )
            )
          })}
          <Particulars announcement={announcement} timeZone={timeZone} />
        </>
      )}
      <form method="dialog" className="row">
        <button type="submit" className="button push">
          {t('askBack')}
        </button>
        <button type="submit" className="button strong" onClick={send}>
          {t('publish')}
        </button>
      </form>
    </dialog>
  )
}

/** When it is shown and where it leads. Whole dates: the list leaves the year out, in which somebody may have mistyped. */
function Particulars({
  announcement: { startsAt, until, href },
  timeZone,
}: {
  readonly announcement: NewAnnouncement
  readonly timeZone: string
}) {
  const t = useTranslations('staffAnnouncements')
  const locale = useLocale()
  const moment = (at: string) => listed([formatLongDay(at, { locale, timeZone }), formatTime(at, { locale, timeZone })])
  return (
    <>
      <p>
        {t('fromUntil', {
          from: startsAt === undefined ? t('askAtOnce') : t('fromWhen', { when: moment(startsAt) }),
          to: until === undefined ? t('untilRecalled') : t('untilWhen', { when: moment(until) }),
        })}
      </p>
      <p>{href === undefined ? t('askNoLink') : t('askLink', { href: isolated(href) })}</p>
    </>
  )
}
