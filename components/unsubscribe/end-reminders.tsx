'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '#components/api/call.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import styles from './end-reminders.module.css'

interface Props {
  /** Where the link's buttons lead: PUT ends, DELETE takes it back. */
  readonly action: string
  /** The reseller's. */
  readonly name: string
  /** As it was when the page was made. */
  readonly isEnded: boolean
}

type State = 'wanted' | 'ended' | 'back'

/**
 * Where the link of a reminder leads. Opening it changes nothing, because mail programs open links to look at them: a
 * person has to press the button.
 */
export function EndReminders({ action, name, isEnded }: Props) {
  const t = useTranslations('unsubscribe')
  const [state, setState] = useState<State>(isEnded ? 'ended' : 'wanted')
  const [isBusy, setBusy] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const isOver = state === 'ended'
  async function press(): Promise<void> {
    setBusy(true)
    setFailed(false)
    try {
      await call(action, { method: isOver ? 'DELETE' : 'PUT' })
      setState(isOver ? 'back' : 'ended')
    } catch {
      setFailed(true)
    } finally {
      setBusy(false)
    }
  }
  const title = { wanted: t('question', { name }), ended: t('ended', { name }), back: t('back', { name }) }[state]
  const text = { wanted: t('questionText'), ended: t('endedText'), back: t('backText') }[state]
  return (
    <div className={`frame ${styles.page}`}>
      <h1>{t('title')}</h1>
      {hasFailed && <Notice role="alert" tone="warning" title={t('failed')} />}
      {/* The same elements in all states: the button keeps the focus, and what has changed is read out. */}
      <div role="status">
        <Notice tone={state === 'wanted' ? 'plain' : 'positive'} title={title} text={text} />
      </div>
      <div className={styles.acts}>
        <Button kind={isOver ? 'quiet' : 'primary'} busy={isBusy} onClick={() => void press()}>
          {isOver ? t('undo') : t('end')}
        </Button>
        {state !== 'wanted' && (
          <ButtonLink kind="quiet" href="/" prefetch={false}>
            {t('toShop')}
          </ButtonLink>
        )}
      </div>
    </div>
  )
}
