import type { Metadata } from 'next'
import { AccountPage } from '#components/account/account-page.tsx'
import { translator } from '#lib/text/translator.ts'
import { siteOf } from '../../../../site-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await siteOf(params)).config.locale, 'account')('deletedTitle') }
}

export default async function Page({ params }: Props) {
  const t = translator((await siteOf(params)).config.locale, 'account')
  return (
    <AccountPage title={t('deletedTitle')} text={t('deletedText')} ways={[{ href: '/shows', label: t('toShows') }]} />
  )
}
