import type { Metadata } from 'next'
import { InboxPage } from '#components/inbox/inbox-page.tsx'
import { Texts } from '#components/text/texts.tsx'
import { currentAccount } from '#lib/accounts/current-account.ts'
import { translator } from '#lib/text/translator.ts'
import { siteOf } from '../../../site-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { config } = await siteOf(params)
  return { title: translator(config.locale, 'inbox')('title'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const site = await siteOf(params)
  return (
    <Texts locale={site.config.locale} of={['inbox']}>
      <InboxPage site={site} signedIn={(await currentAccount(site)) !== null} />
    </Texts>
  )
}
