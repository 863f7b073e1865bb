'use client'

import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl/react'
import type { Locale } from '#contracts/reseller-config.ts'
import type { Messages } from '#lib/text/en.ts'

interface Props {
  readonly locale: Locale
  readonly messages: Partial<Messages>
  readonly children: ReactNode
}

/** Texts for components that live in the browser. Dates are written on the server, so no time zone is needed here. */
export function TextProvider({ locale, messages, children }: Props) {
  return (
    <IntlProvider locale={locale} messages={messages} timeZone="UTC">
      {children}
    </IntlProvider>
  )
}
