import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AccountPage } from '#components/account/account-page.tsx'
import { SignInForm } from '#components/account/sign-in-form.tsx'
import { withNext } from '#components/account/way-back.ts'
import { currentAccount } from '#lib/accounts/current-account.ts'
import { HOME } from '#lib/accounts/return-path.ts'
import { siteHref } from '#lib/language/site-href.ts'
import { translator } from '#lib/text/translator.ts'
import { siteOf } from '../../../../site-of.ts'
import { type AccountQuery, nextOf } from '../next-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
  readonly searchParams: AccountQuery
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await siteOf(params)).config.locale, 'account')('signIn') }
}

export default async function Page({ params, searchParams }: Props) {
  const site = await siteOf(params)
  const next = await nextOf(searchParams)
  if (await currentAccount(site)) redirect(siteHref(site, next ?? HOME))
  const t = translator(site.config.locale, 'account')
  return (
    <AccountPage
      title={t('signInTitle')}
      text={t('signInText')}
      ways={[
        { href: withNext('/account/forgot', next), label: t('forgotLink') },
        { href: withNext('/account/sign-up', next), label: t('signUp'), before: t('noAccount') },
      ]}
    >
      <SignInForm next={next} home={HOME} />
    </AccountPage>
  )
}
