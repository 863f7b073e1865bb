import type { Metadata } from 'next'
import { AccountPage } from '#components/account/account-page.tsx'
import { ForgotForm } from '#components/account/forgot-form.tsx'
import { translator } from '#lib/text/translator.ts'
import { siteOf } from '../../../../site-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await siteOf(params)).config.locale, 'account')('forgotTitle') }
}

export default async function Page({ params }: Props) {
  const t = translator((await siteOf(params)).config.locale, 'account')
  return (
    <AccountPage
      title={t('forgotTitle')}
      text={t('forgotText')}
      ways={[{ href: '/account/sign-in', label: t('signIn') }]}
    >
      <ForgotForm path="/api/account/forgot" />
    </AccountPage>
  )
}
