'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '#components/api/call.ts'
import styles from './account.module.css'
import { formFailure } from './form-failure.ts'
import { FormReason } from './form-reason.tsx'

/** Whether somebody is reminded of their shows by mail; said at once, and taken back where it could not be kept. */
export function ReminderSwitch({ isOn }: { readonly isOn: boolean }) {
  const t = useTranslations('account')
  const [wanted, setWanted] = useState(isOn)
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const [reason, setReason] = useState<string | null>(null)
  async function change(to: boolean): Promise<void> {
    if (isBusy || to === wanted) return // not disabled meanwhile: it would lose the focus
    setBusy(true)
    setReason(null)
    setSaid('')
    setWanted(to)
    try {
      await call('/api/account/reminders', { method: 'POST', body: { wanted: to } })
      setSaid(to ? t('remindersOn') : t('remindersOff'))
    } catch (error) {
      setWanted(wanted)
      setReason(formFailure(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <label className={styles.tick}>
        <input type="checkbox" checked={wanted} onChange={({ currentTarget }) => void change(currentTarget.checked)} />
        {t('reminders')}
      </label>
      {reason && <FormReason reason={reason} />}
      <p role="status">{said}</p>
    </>
  )
}
