'use client'

import { useTranslations } from 'use-intl/react'
import { Notice } from '#components/ui/notice.tsx'

/** Why it did not work, and what to do; `reason` is a problem's type. */
export function FormReason({ reason }: { readonly reason: string }) {
  const t = useTranslations('account')
  switch (reason) {
    case 'storefront/wrong-credentials':
      return <Notice role="alert" tone="negative" title={t('wrongTitle')} text={t('wrongText')} />
    case 'storefront/email-not-verified':
      return <Notice role="alert" tone="warning" title={t('unverifiedTitle')} text={t('unverifiedText')} />
    case 'storefront/too-many-attempts':
      return <Notice role="alert" tone="warning" title={t('manyTitle')} text={t('manyText')} />
    case 'storefront/link-used-up':
      return <Notice role="alert" tone="negative" title={t('linkTitle')} text={t('linkText')} />
    case 'storefront/last-owner':
      return <Notice role="alert" tone="negative" title={t('lastOwnerTitle')} text={t('lastOwnerText')} />
    case 'storefront/sign-in-needed':
      return <Notice role="alert" tone="warning" title={t('signedOutTitle')} text={t('signedOutText')} />
    default:
      return <Notice role="alert" tone="negative" title={t('failedTitle')} text={t('failedText')} />
  }
}
