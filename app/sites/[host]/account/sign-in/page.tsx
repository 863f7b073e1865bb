import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AccountPage } from '#components/account/account-page.tsx'
import { SignInForm } from '#components/account/sign-in-form.tsx'
import { currentAccount } from '#lib/accounts/current-account.ts'
import { returnPath } from '#lib/accounts/return-path.ts'
import { siteHref } from '#lib/language/site-href.ts'
import { translator } from '#lib/text/translator.ts'
import { siteOf } from '../../../../site-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await siteOf(params)).config.locale, 'account')('signIn') }
}

export default async function Page({ params, searchParams }: Props) {
  const site = await siteOf(params)
  const { next } = await searchParams
  const target = returnPath(typeof next === 'string' ? next : null)
  if (await currentAccount(site)) redirect(siteHref(site, target))
  const t = translator(site.config.locale, 'account')
  return (
    <AccountPage
      title={t('signInTitle')}
      text={t('signInText')}
      ways={[
        { href: '/account/forgot', label: t('forgotLink') },
        { href: '/account/sign-up', label: t('signUp'), before: t('noAccount') },
      ]}
    >
      <SignInForm next={target} />
    </AccountPage>
  )
}
