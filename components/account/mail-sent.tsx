'use client'

import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '#components/api/call.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { formFailure } from './form-failure.ts'
import { FormReason } from './form-reason.tsx'

interface Props {
  readonly email: string
  readonly text: string
  readonly resendPath: string
}

/** A mail is on its way, or so we say: whether the address has an account is told there only. */
export function MailSent({ email, text, resendPath }: Props) {
  const t = useTranslations('account')
  const [state, setState] = useState<'sent' | 'sending' | 'again' | { readonly reason: string }>('sent')
  const place = useRef<HTMLDivElement>(null)
  // The form is gone, and with it the button that had the focus.
  useEffect(() => place.current?.focus(), [])

  async function resend(): Promise<void> {
    setState('sending')
    try {
      await call(resendPath, { method: 'POST', body: { email } })
      setState('again')
    } catch (error) {
      setState({ reason: formFailure(error) })
    }
  }

  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone="positive" title={t('sentTitle')} text={text}>
        <Button kind="quiet" busy={state === 'sending'} onClick={() => void resend()}>
          {state === 'sending' ? t('busy') : t('resend')}
        </Button>
        <span role="status">{state === 'again' ? t('resent') : ''}</span>
      </Notice>
      {typeof state === 'object' && <FormReason reason={state.reason} findOut="mail" />}
    </div>
  )
}
