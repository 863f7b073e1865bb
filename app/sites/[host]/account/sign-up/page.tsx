import type { Metadata } from 'next'
import { AccountPage } from '#components/account/account-page.tsx'
import { SignUpForm } from '#components/account/sign-up-form.tsx'
import { translator } from '#lib/text/translator.ts'
import { siteOf } from '../../../../site-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await siteOf(params)).config.locale, 'account')('signUp') }
}

export default async function Page({ params }: Props) {
  const t = translator((await siteOf(params)).config.locale, 'account')
  const ways = [{ href: '/account/sign-in', label: t('signIn'), before: t('haveAccount') }]
  return (
    <AccountPage title={t('signUpTitle')} text={t('signUpText')} ways={ways}>
      <SignUpForm />
    </AccountPage>
  )
}
