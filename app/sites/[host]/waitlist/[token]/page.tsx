import type { Metadata } from 'next'
import { QueryProvider } from '#components/live/query-provider.tsx'
import { Texts } from '#components/text/texts.tsx'
import { WaitlistPage } from '#components/waitlist/waitlist-page.tsx'
import { WaitlistToken } from '#contracts/storefront.ts'
import { storefront } from '#lib/storefront.ts'
import { translator } from '#lib/text/translator.ts'
import { findWaitlistEntry } from '#lib/waitlist/waitlist.ts'
import { siteOf } from '../../../../site-of.ts'

interface Props {
  readonly params: Promise<{ host: string; token: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { config } = await siteOf(params)
  return { title: translator(config.locale, 'waitlist')('title'), robots: { index: false }, referrer: 'no-referrer' }
}

export default async function Page({ params }: Props) {
  const site = await siteOf(params)
  const token = WaitlistToken.safeParse((await params).token)
  const entry = token.success ? await findWaitlistEntry(site, token.data, storefront()) : null
  return (
    <Texts locale={site.config.locale} of={['waitlist']}>
      <QueryProvider>
        <WaitlistPage token={token.data ?? ''} entry={entry} />
      </QueryProvider>
    </Texts>
  )
}
