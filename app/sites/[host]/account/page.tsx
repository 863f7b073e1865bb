import type { Metadata } from 'next'
import { ProfilePage } from '#components/account/profile-page.tsx'
import type { SessionView } from '#contracts/account.ts'
import { requireAccount } from '#lib/accounts/current-account.ts'
import { listSessions } from '#lib/accounts/sessions.ts'
import { signedInSince } from '#lib/accounts/signed-in-since.ts'
import { digestOf, wantsReminders } from '#lib/opt-outs/opt-outs.ts'
import type { Site } from '#lib/reseller/site.ts'
import { storefront } from '#lib/storefront.ts'
import { translator } from '#lib/text/translator.ts'
import { siteOf } from '../../../site-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await siteOf(params)).config.locale, 'account')('account') }
}

export default async function Page({ params }: Props) {
  const site = await siteOf(params)
  const account = await requireAccount(site, '/account')
  const { name, email, staff } = account
  const parts = storefront()
  const [sessions, isReminded] = await Promise.all([
    listSessions(site, account, parts),
    wantsReminders(site.resellerId, digestOf(site, email, parts), parts),
  ])
  const lines = sessions.map((session) => lineOf(site, session))
  return (
    <ProfilePage
      locale={site.config.locale}
      name={name}
      email={email}
      sessions={lines}
      isStaff={staff !== null}
      isReminded={isReminded}
    />
  )
}

function lineOf({ config: { locale, timeZone } }: Site, session: SessionView) {
  const { id, current, browser, system } = session
  const t = translator(locale, 'account')
  const named = browser !== null && system !== null
  return {
    id,
    current,
    device: named ? t('device', { browser, system }) : (browser ?? system ?? t('unknownDevice')),
    since: signedInSince(session, { locale, timeZone }),
  }
}
