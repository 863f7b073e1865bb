'use client'

import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { problemOf } from '#components/api/problem-error.ts'
import { send } from '#components/api/send.ts'
import { faultOfEmail } from '#components/checkout/check-buyer.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Tier } from '#contracts/availability.ts'
import type { NewWaitlistEntry } from '#contracts/storefront.ts'
import { isolated } from '#lib/text/isolated.ts'
import styles from './waitlist-form.module.css'

/** How many tickets an entry may be for. */
const MOST = 20

interface SoldOut {
  /** Those that are sold out; none when what was is back, for now. */
  readonly tiers: readonly Pick<Tier, 'id' | 'name'>[]
  /** Then somebody may also wait for any of them. */
  readonly allSoldOut: boolean
}

interface Props extends SoldOut {
  readonly showId: string
  /** Nobody is told of more than they may buy. */
  readonly maxPerBuyer: number
}

/**
 * Leaves an address for when tickets come back. It promises no ticket, and says so. When tickets are back, perhaps for a
 * second, whoever has begun with it keeps it; nobody else is offered it any longer.
 */
export function WaitlistForm({ showId, maxPerBuyer, ...now }: Props) {
  const t = useTranslations('waitlist')
  const id = useId()
  const { tiers, allSoldOut } = useLastSoldOut(now)
  const back = now.tiers.length === 0
  const [begun, setBegun] = useState(false)
  const begin = () => setBegun(true)
  const [fault, setFault] = useState<ReturnType<typeof faultOfEmail>>(null)
  const joining = useMutation({
    mutationFn: (entry: NewWaitlistEntry) => send('/api/waitlist', { method: 'POST', body: entry }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [email = '', tierId = ''] = ['email', 'tier'].map((name) => String(form.get(name) ?? '').trim())
    const found = faultOfEmail(email)
    setFault(found)
    if (found) event.currentTarget.querySelector<HTMLInputElement>('[name="email"]')?.focus()
    else
      joining.mutate({
        ...{ showId, email, quantity: Number(form.get('quantity')) },
        ...(tierId !== '' && { tierId }),
      })
  }
  if (joining.isSuccess) return <Joined email={joining.variables.email} />
  const problem = problemOf(joining.error)?.type
  const notSoldOut = problem === 'storefront/not-sold-out'
  const quantities = Array.from({ length: Math.min(maxPerBuyer, MOST) }, (_, index) => index + 1)
  const wrong = fault ?? (problem === 'storefront/invalid-request' ? 'emailWrong' : null)
  const failed = problem === 'storefront/too-many-attempts' ? 'tooMany' : 'failed'
  return (
    <details className={styles.waitlist} hidden={back && !begun} onToggle={begin} onFocus={begin}>
      <summary>{t('open')}</summary>
      <form method="post" onSubmit={submit} noValidate>
        <p>{t('about')}</p>
        <Field
          id={`${id}-email`}
          name="email"
          type="email"
          label={t('email')}
          error={wrong ? t(wrong) : undefined}
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
            <select name="quantity" defaultValue={Math.min(2, maxPerBuyer)}>
              {quantities.map((quantity) => (
                <option key={quantity}>{quantity}</option>
              ))}
            </select>
          </label>
        </div>
        {back || notSoldOut ? (
          <Notice role="alert" tone="positive" title={t('available')} />
        ) : (
          joining.isError && wrong === null && <Notice role="alert" tone="warning" title={t(failed)} />
        )}
        <Button type="submit" kind="quiet" busy={joining.isPending}>
          {t('send')}
        </Button>
      </form>
    </details>
  )
}

/** What was sold out last. */
function useLastSoldOut(now: SoldOut): SoldOut {
  const [last, keep] = useState(now)
  if (now.tiers.length > 0 && now.tiers !== last.tiers) keep(now)
  return last
}

function Joined({ email }: { readonly email: string }) {
  const t = useTranslations('waitlist')
  const place = useRef<HTMLDivElement>(null)
  // The form is gone, and with it the button that had the focus.
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1}>
      <Notice title={t('sent', { email })} />
    </div>
  )
}
