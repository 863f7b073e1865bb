'use client'

import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { keptWayBack } from './kept-way-back.ts'
import { withNext } from './way-back.ts'

/** It worked, and signing in is next, then where they were. Takes the focus, which was on a button that is gone. */
export function DoneNotice({ title, text }: { readonly title: string; readonly text: string }) {
  const t = useTranslations('account')
  // Never made on a server, which keeps no way back: it stands where a button was pressed.
  const [next] = useState(() => keptWayBack.recall())
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone="positive" title={title} text={text}>
        <ButtonLink href={withNext('/account/sign-in', next)}>{t('signIn')}</ButtonLink>
      </Notice>
    </div>
  )
}
