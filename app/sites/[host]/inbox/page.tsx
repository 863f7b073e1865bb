import type { Metadata } from 'next'
import { InboxPage } from '#components/inbox/inbox-page.tsx'
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
  return <InboxPage site={await siteOf(params)} />
}
