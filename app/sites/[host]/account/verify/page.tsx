import type { Metadata } from 'next'
import { AccountPage } from '#components/account/account-page.tsx'
import { ForgotForm } from '#components/account/forgot-form.tsx'
import { VerifyForm } from '#components/account/verify-form.tsx'
import { translator } from '#lib/text/translator.ts'
import { siteOf } from '../../../../site-of.ts'
import { type AccountQuery, nextOf } from '../next-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
  readonly searchParams: AccountQuery
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await siteOf(params)).config.locale, 'account')('verifyTitle') }
}

/** From a mailed link; without a token it asks for a new one. */
export default async function Page({ params, searchParams }: Props) {
  const t = translator((await siteOf(params)).config.locale, 'account')
  const { token } = await searchParams
  if (typeof token !== 'string')
    return (
      <AccountPage title={t('verifyTitle')} text={t('resendText')}>
        <ForgotForm path="/api/account/resend" next={await nextOf(searchParams)} />
      </AccountPage>
    )
  return (
    <AccountPage
      title={t('verifyTitle')}
      text={t('verifyText')}
      ways={[{ href: '/account/verify', label: t('linkAgain') }]}
    >
      <VerifyForm token={token} />
    </AccountPage>
  )
}
