'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** It worked, and signing in is next. Takes the focus, which was on a button that is gone. */
export function DoneNotice({ title, text }: { readonly title: string; readonly text: string }) {
  const t = useTranslations('account')
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone="positive" title={title} text={text}>
        <ButtonLink href="/account/sign-in">{t('signIn')}</ButtonLink>
      </Notice>
    </div>
  )
}
