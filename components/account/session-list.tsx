'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '#components/api/call.ts'
import { useSiteRouter } from '#components/language/use-site-router.ts'
import { Button } from '#components/ui/button.tsx'
import { useKeptFocus } from '#components/ui/use-kept-focus.ts'
import styles from './account.module.css'
import { formFailure } from './form-failure.ts'
import { FormReason } from './form-reason.tsx'

/** A session with its times in words, made where the time zone is known. */
export interface SessionLine {
  readonly id: string
  readonly current: boolean
  readonly device: string
  readonly since: string
}

/** Where somebody is signed in, each to be ended. */
export function SessionList({ lines }: { readonly lines: readonly SessionLine[] }) {
  const t = useTranslations('account')
  const { end, busy, reason } = useEndSessions()
  // A session that is ended takes its button along, and the last one of the others the one for all.
  const place = useKeptFocus<HTMLElement>()
  return (
    <section {...place} className={styles.devices} aria-label={t('sessionsTitle')}>
      <ul className={styles.sessions}>
        {lines.map(({ id, device, current, since }) => (
          <li key={id}>
            <div>
              <strong>{device}</strong>
              <span className={styles.fine}>{current ? t('thisDevice') : since}</span>
            </div>
            {!current && (
              <Button
                kind="quiet"
                busy={busy}
                aria-label={t('endSession', { device })}
                onClick={() => void end({ sessionId: id })}
              >
                {t('signOut')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {reason && <FormReason reason={reason} />}
      {lines.length > 1 && (
        <Button kind="quiet" busy={busy} onClick={() => void end({ others: true })}>
          {t('endOthers')}
        </Button>
      )}
    </section>
  )
}

function useEndSessions() {
  const router = useSiteRouter()
  const [busy, setBusy] = useState(false)
  const [reason, setReason] = useState<string | null>(null)
  async function end(which: { sessionId: string } | { others: true }): Promise<void> {
    setBusy(true)
    setReason(null)
    try {
      await call('/api/account/sessions/end', { method: 'POST', body: which })
      router.refresh()
    } catch (error) {
      setReason(formFailure(error))
    } finally {
      setBusy(false)
    }
  }
  return { end, busy, reason }
}
