'use client'

import { useTranslations } from 'use-intl/react'
import { useAccount } from '#components/account/use-account.ts'
import { SiteLink } from '#components/language/site-link.tsx'

/** Ways on from a reservation that is not this browser's any more: it may be the account's, or an order. */
export function GoneWays({ holdId }: { readonly holdId: string }) {
  const t = useTranslations('hold')
  const { signedIn } = useAccount()
  return (
    <>
      {!signedIn && (
        <SiteLink href={`/account/sign-in?next=${encodeURIComponent(`/checkout/${holdId}`)}`} prefetch={false}>
          {t('goneSignIn')}
        </SiteLink>
      )}{' '}
      <SiteLink href="/orders" prefetch={false}>
        {t('unansweredLink')}
      </SiteLink>
    </>
  )
}
