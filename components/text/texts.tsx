import type { ReactNode } from 'react'
import type { Locale } from '#contracts/reseller-config.ts'
import type { Messages } from '#lib/text/en.ts'
import { textsFor } from './client-texts.ts'
import { TextProvider } from './text-provider.tsx'

interface Props {
  readonly locale: Locale
  /** Written out where it is used, in a page or layout: `dev/check/client-texts.ts` holds it against what is read there. */
  readonly of: readonly (keyof Messages)[]
  readonly children: ReactNode
}

/** Around what browsers render: the texts that it reads, and no others. Within another it adds to it. */
export function Texts({ locale, of, children }: Props) {
  return (
    <TextProvider locale={locale} messages={textsFor(locale, of)}>
      {children}
    </TextProvider>
  )
}
