import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Texts } from '#components/text/texts.tsx'
import { EndReminders } from '#components/unsubscribe/end-reminders.tsx'
import { optOutAction } from '#contracts/opt-out-paths.ts'
import { endedBy, wantsReminders } from '#lib/opt-outs/opt-outs.ts'
import { storefront } from '#lib/storefront.ts'
import { translator } from '#lib/text/translator.ts'
import { siteOf } from '../../../../site-of.ts'

interface Props {
  readonly params: Promise<{ host: string; key: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { config } = await siteOf(params)
  const title = translator(config.locale, 'unsubscribe')('title')
  return { title, robots: { index: false }, referrer: 'no-referrer' }
}

/** A waitlist has a page of its own, to which its mails lead. */
export default async function Page({ params }: Props) {
  const site = await siteOf(params)
  const { key } = await params
  const parts = storefront()
  const ended = endedBy(site, key, parts)
  if (ended?.what !== 'reminders') notFound()
  const { name, locale } = site.config
  return (
    <Texts locale={locale} of={['unsubscribe']}>
      <EndReminders
        action={optOutAction(key)}
        name={name}
        isEnded={!(await wantsReminders(site.resellerId, ended.addressDigest, parts))}
      />
    </Texts>
  )
}
