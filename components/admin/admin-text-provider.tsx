'use client'

import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl/react'
import type { Locale } from '#contracts/reseller-config.ts'
import type { Messages } from '#lib/text/en.ts'

/** Namespaces that the staff's pages need in the browser. */
export type AdminTexts = Pick<Messages, 'admin' | 'review'>

interface Props {
  readonly locale: Locale
  readonly messages: AdminTexts
  readonly children: ReactNode
}

/** Texts for what lives in the browser on the staff's pages, in the reseller's language. */
export function AdminTextProvider({ locale, messages, children }: Props) {
  return (
    <IntlProvider locale={locale} messages={messages} timeZone="UTC">
      {children}
    </IntlProvider>
  )
}
