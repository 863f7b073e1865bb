import type { Metadata } from 'next'
import { AccountPage } from '#components/account/account-page.tsx'
import { ForgotForm } from '#components/account/forgot-form.tsx'
import { withNext } from '#components/account/way-back.ts'
import { translator } from '#lib/text/translator.ts'
import { siteOf } from '../../../../site-of.ts'
import { type AccountQuery, nextOf } from '../next-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
  readonly searchParams: AccountQuery
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await siteOf(params)).config.locale, 'account')('forgotTitle') }
}

export default async function Page({ params, searchParams }: Props) {
  const t = translator((await siteOf(params)).config.locale, 'account')
  const next = await nextOf(searchParams)
  return (
    <AccountPage
      title={t('forgotTitle')}
      text={t('forgotText')}
      ways={[{ href: withNext('/account/sign-in', next), label: t('signIn') }]}
    >
      <ForgotForm path="/api/account/forgot" next={next} />
    </AccountPage>
  )
}
