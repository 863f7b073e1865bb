import type { Metadata } from 'next'
import { AccountPage } from '#components/account/account-page.tsx'
import { SignUpForm } from '#components/account/sign-up-form.tsx'
import { withNext } from '#components/account/way-back.ts'
import { translator } from '#lib/text/translator.ts'
import { siteOf } from '../../../../site-of.ts'
import { type AccountQuery, nextOf } from '../next-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
  readonly searchParams: AccountQuery
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await siteOf(params)).config.locale, 'account')('signUp') }
}

export default async function Page({ params, searchParams }: Props) {
  const t = translator((await siteOf(params)).config.locale, 'account')
  const next = await nextOf(searchParams)
  const ways = [{ href: withNext('/account/sign-in', next), label: t('signIn'), before: t('haveAccount') }]
  return (
    <AccountPage title={t('signUpTitle')} text={t('signUpText')} ways={ways}>
      <SignUpForm next={next} />
    </AccountPage>
  )
}
