'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '#components/api/call.ts'
import { useSiteHref } from '#components/language/language-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { useCameBack } from '#components/ui/use-came-back.ts'
import { formFailure } from './form-failure.ts'
import { FormReason } from './form-reason.tsx'

export function SignOutButton() {
  const t = useTranslations('account')
  const siteHref = useSiteHref()
  const [state, setState] = useState<'idle' | 'busy' | { readonly reason: string }>('idle')
  useCameBack(() => setState('idle'))
  async function signOut(): Promise<void> {
    setState('busy')
    try {
      await call('/api/account/sign-out', { method: 'POST', body: {} })
      window.location.assign(siteHref('/'))
    } catch (error) {
      setState({ reason: formFailure(error) })
    }
  }
  return (
    <>
      <Button kind="quiet" busy={state === 'busy'} onClick={() => void signOut()}>
        {state === 'busy' ? t('busy') : t('signOut')}
      </Button>
      {typeof state === 'object' && <FormReason reason={state.reason} />}
    </>
  )
}
