'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#components/ui/button.tsx'
import { useKeptFocus } from '#components/ui/use-kept-focus.ts'
import { formatClock } from '#lib/format/duration.ts'
import { sentences } from '#lib/text/sentences.ts'
import styles from './countdown.module.css'
import { extensionFailure } from './hold-failure.ts'
import { extendHold, holdKey } from './hold-queries.ts'
import { phaseOf, type ReceivedHold } from './received-hold.ts'
import { type SpokenTime, timeNews } from './time-news.ts'
import { WhyNot } from './why-not.tsx'

interface Props {
  readonly hold: ReceivedHold
  /** Null until the browser has taken over: then what the server saw is shown. */
  readonly left: number | null
  readonly onExtended: () => void
}

/** How long the tickets are kept, with a way to more time before it is over. */
export function Countdown({ hold, left, onExtended }: Props) {
  const t = useTranslations('hold')
  const queries = useQueryClient()
  const extend = useMutation({
    mutationFn: () => extendHold(hold.id),
    onSuccess: (next) => {
      queries.setQueryData(holdKey(hold.id), next)
      onExtended()
    },
    onError: () => void queries.invalidateQueries({ queryKey: holdKey(hold.id) }),
  })
  const shownMs = left ?? Math.max(0, Date.parse(hold.expiresAt) - Date.parse(hold.serverNow))
  const phase = phaseOf(shownMs)
  const mayExtend = hold.extensionsLeft > 0
  const failure = extend.error && extensionFailure(extend.error, { mayExtend, isSaid: phase !== 'running' })
  // The last extension takes the button along.
  const place = useKeptFocus<HTMLElement>()
  return (
    <section {...place} className={styles.countdown} data-phase={phase} aria-label={t('timeLeft')}>
      <p className={styles.clock}>
        <span>{t('timeLeft')}</span>
        <strong className="tabular" data-testid="countdown" role="timer" suppressHydrationWarning>
          {formatClock(shownMs)}
        </strong>
      </p>
      <div role="alert" className={styles.warning}>
        {phase === 'warning' && (
          <p>
            <strong>{t('warningTitle')}</strong> {mayExtend ? t('warningText') : t('noExtensions')}
          </p>
        )}
        {failure && (
          <p>
            <WhyNot failure={failure} holdId={hold.id} />
          </p>
        )}
      </div>
      {mayExtend && (
        <Button
          kind={phase === 'warning' ? 'primary' : 'quiet'}
          busy={extend.isPending}
          onClick={() => extend.mutate()}
        >
          {extend.isPending ? t('extending') : t('extend')}
        </Button>
      )}
      <Spoken left={left} expiresAt={hold.expiresAt} />
    </section>
  )
}

const MINUTE_MS = 60_000

/** Read out once a minute: a clock that speaks every second cannot be worked beside. */
function Spoken({ left, expiresAt }: { readonly left: number | null; readonly expiresAt: string }) {
  const t = useTranslations('hold')
  const minutes = left === null ? null : Math.ceil(left / MINUTE_MS)
  const known = useRef<SpokenTime>(null)
  const [said, say] = useState('')
  useEffect(() => {
    if (minutes === null) return
    const now = { minutes, expiresAt }
    const news = known.current && timeNews(known.current, now)
    known.current = now
    const time = t('timeLeftSpoken', { minutes })
    if (news) say(news === 'extended' ? sentences(t('extended'), time) : time)
  }, [minutes, expiresAt, t])
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  )
}
