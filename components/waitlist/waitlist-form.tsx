'use client'

import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '#components/api/call.ts'
import { problemOf } from '#components/api/problem-error.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Tier } from '#contracts/availability.ts'
import type { NewWaitlistEntry } from '#contracts/storefront.ts'
import { isolated } from '#lib/text/isolated.ts'
import styles from './waitlist-form.module.css'

interface Props {
  readonly showId: string
  /** Those that are sold out. */
  readonly tiers: readonly Pick<Tier, 'id' | 'name'>[]
  /** Then somebody may also wait for any of them. */
  readonly allSoldOut: boolean
}

/** Leaves an address for when tickets come back. It promises no ticket, and says so. */
export function WaitlistForm({ showId, tiers, allSoldOut }: Props) {
  const t = useTranslations('waitlist')
  const id = useId()
  const joining = useMutation({
    mutationFn: (entry: NewWaitlistEntry) => call('/api/waitlist', { method: 'POST', body: entry }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const tierId = String(form.get('tier') ?? '')
    joining.mutate({
      ...{ showId, email: String(form.get('email')).trim(), quantity: Number(form.get('quantity')) },
      ...(tierId !== '' && { tierId }),
    })
  }
  if (joining.isSuccess) return <Notice role="status" title={t('sent', { email: joining.variables.email })} />
  const problem = problemOf(joining.error)?.type
  const notSoldOut = problem === 'storefront/not-sold-out'
  const failed = problem === 'storefront/too-many-attempts' ? 'tooMany' : 'failed'
  return (
    <details className={styles.waitlist}>
      <summary>{t('open')}</summary>
      <form method="post" onSubmit={submit}>
        <p>{t('about')}</p>
        <Field
          id={`${id}-email`}
          name="email"
          type="email"
          label={t('email')}
          autoComplete="email"
          required
          maxLength={254}
        />
        <div className={styles.row}>
          {(tiers.length > 1 || !allSoldOut) && (
            <label>
              {t('which')}
              <select name="tier">
                {allSoldOut && <option value="">{t('any')}</option>}
                {tiers.map((tier) => (
                  <option key={tier.id} value={tier.id}>
                    {isolated(tier.name)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label>
            {t('quantity')}
            <input name="quantity" type="number" min={1} max={20} defaultValue={2} required />
          </label>
        </div>
        {joining.isError && (
          <Notice
            role="alert"
            tone={notSoldOut ? 'positive' : 'warning'}
            title={t(notSoldOut ? 'available' : failed)}
          />
        )}
        <Button type="submit" kind="quiet" disabled={joining.isPending}>
          {t('send')}
        </Button>
      </form>
    </details>
  )
}
