import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Texts } from '#components/text/texts.tsx'
import { siteOf } from '../../../site-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
  readonly children: ReactNode
}

/** Addresses here carry what a mail said; no search engine and no other site is to see them. */
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'no-referrer' }

export default async function AccountLayout({ params, children }: Props) {
  const { locale } = (await siteOf(params)).config
  return (
    <Texts locale={locale} of={['account', 'problem']}>
      {children}
    </Texts>
  )
}
