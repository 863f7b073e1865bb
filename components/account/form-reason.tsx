'use client'

import { useTranslations } from 'use-intl/react'
import { Notice } from '#components/ui/notice.tsx'

/** How somebody finds out whether it worked, where nobody can tell them; without it by loading the page again. */
export type FindOut = 'mail' | 'signIn' | 'newPassword'

interface Props {
  /** As `formFailure` tells it. */
  readonly reason: string
  readonly findOut?: FindOut | undefined
  /** Whether it was a password that was tried too often: then a new one by mail is a way out. */
  readonly triesPassword?: boolean | undefined
}

/** Why it did not work, and what to do. */
export function FormReason({ reason, findOut, triesPassword = false }: Props) {
  const t = useTranslations('account')
  switch (reason) {
    case 'no-answer':
    case 'broken':
      return <Unsure isAnswered={reason === 'broken'} findOut={findOut} />
    case 'storefront/wrong-credentials':
      return <Notice role="alert" tone="negative" title={t('wrongTitle')} text={t('wrongText')} />
    case 'storefront/email-not-verified':
      return <Notice role="alert" tone="warning" title={t('unverifiedTitle')} text={t('unverifiedText')} />
    case 'storefront/too-many-attempts':
    case 'storefront/too-often': {
      const text = triesPassword ? t('manyText') : t('manyWaitText')
      return <Notice role="alert" tone="warning" title={t('manyTitle')} text={text} />
    }
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

/** It may have worked. */
function Unsure({ isAnswered, findOut }: { readonly isAnswered: boolean } & Pick<Props, 'findOut'>) {
  const [t, problem] = [useTranslations('account'), useTranslations('problem')]
  const title = isAnswered ? problem('errorTitle') : problem('unansweredTitle')
  const text = findOut ? t(`unanswered_${findOut}`) : problem('unansweredText')
  return <Notice role="alert" tone="negative" title={title} text={text} />
}
