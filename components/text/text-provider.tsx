'use client'

import { createContext, type ReactNode, use, useMemo } from 'react'
import { IntlProvider } from 'use-intl/react'
import type { Locale } from '#contracts/reseller-config.ts'
import type { Messages } from '#lib/text/en.ts'

interface Props {
  readonly locale: Locale
  readonly messages: Partial<Messages>
  readonly children: ReactNode
}

/** `IntlProvider` puts its texts in place of those around it, so they are kept here as well. */
const Around = createContext<Partial<Messages>>({})

/**
 * Texts for components that live in the browser, beside those of a provider around it. Dates are written on the server,
 * so no time zone is needed here.
 */
export function TextProvider({ locale, messages, children }: Props) {
  const around = use(Around)
  const all = useMemo(() => ({ ...around, ...messages }), [around, messages])
  return (
    <Around value={all}>
      <IntlProvider locale={locale} messages={all} timeZone="UTC">
        {children}
      </IntlProvider>
    </Around>
  )
}
