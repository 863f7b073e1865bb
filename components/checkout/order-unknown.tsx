'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { SiteLink } from '#components/language/site-link.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** In place of giving tickets back, while nobody here knows what became of an order for them. */
export function OrderUnknown({ takesFocus }: { readonly takesFocus: boolean }) {
  const t = useTranslations('hold')
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The question whether to give them back is gone, and with it the button that had the focus.
    if (takesFocus) place.current?.focus()
  }, [takesFocus])
  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone="warning" title={t('askedTitle')} text={t('askedText')}>
        <SiteLink href="/orders" prefetch={false}>
          {t('unansweredLink')}
        </SiteLink>
      </Notice>
    </div>
  )
}
