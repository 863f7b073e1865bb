import type { Metadata } from 'next'
import { AccountPage } from '#components/account/account-page.tsx'
import { ResetForm } from '#components/account/reset-form.tsx'
import { translator } from '#lib/text/translator.ts'
import { siteOf } from '../../../../site-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await siteOf(params)).config.locale, 'account')('resetTitle') }
}

export default async function Page({ params, searchParams }: Props) {
  const t = translator((await siteOf(params)).config.locale, 'account')
  const { token } = await searchParams
  const again = [{ href: '/account/forgot', label: t('linkAgain') }]
  if (typeof token !== 'string') return <AccountPage title={t('linkTitle')} text={t('linkText')} ways={again} />
  return (
    <AccountPage title={t('resetTitle')} text={t('resetText')} ways={again}>
      <ResetForm token={token} />
    </AccountPage>
  )
}
