'use client'

import { useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { orphanHint } from './orphan-hint.ts'
import type { SelectionStep } from './selection.ts'
import type { Selection, Situation } from './selection-state.ts'

interface Props {
  readonly selection: Selection
  readonly situation: Situation
  readonly take: (step: SelectionStep) => void
  /** The seats that were to stay as they are; told to the page, which has a place for the focus of the button that goes. */
  readonly kept: string
  readonly keep: (seats: string) => void
}

/** A choice that leaves one seat alone, and a better one a click away. It is a hint: one may go on as it is. */
export function OrphanNotice({ selection: { seatIds }, situation, take, kept, keep }: Props) {
  const { hall, availability } = situation
  const t = useTranslations('together')
  const locale = useLocale()
  const hint = useMemo(() => hall && orphanHint(hall, availability, seatIds), [hall, availability, seatIds])
  const seats = hint && new Intl.ListFormat(locale).format(hint.instead.map(({ label }) => label))
  return (
    <div role="status" data-testid="orphan-hint">
      {hint && seats && kept !== seatIds.join() && (
        <Notice title={t('orphanTitle', { alone: hint.alone.label })} text={t('orphanText', { seats })}>
          <Button
            kind="quiet"
            onClick={() =>
              take({ type: 'choose-seats', seatIds: hint.instead.map(({ id }) => id), insteadOf: hint.seatIds })
            }
          >
            {t('orphanTake', { seats })}
          </Button>
          <Button kind="plain" onClick={() => keep(seatIds.join())}>
            {t('orphanKeep')}
          </Button>
        </Notice>
      )}
    </div>
  )
}
