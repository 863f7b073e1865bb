'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '#components/api/call.ts'
import { problemOf } from '#components/api/problem-error.ts'
import { listed } from '#lib/text/isolated.ts'
import address from './address-field.module.css'
import { copyText } from './copy-text.ts'
import { failureReason } from './problem-reason.ts'
import styles from './share-links.module.css'
import { StaffButton } from './staff-button.tsx'
import { useCalmRefresh } from './use-calm-refresh.ts'

const DAYS = [1, 3, 7] as const

/** A share link as a line; `ends` is a moment in words. */
interface LinkLine {
  readonly linkId: string
  readonly version: number
  readonly createdBy: string
  readonly path: string
  readonly over: 'revoked' | 'expired' | null
  readonly ends: string
}

interface Props {
  readonly version: number
  readonly mayShare: boolean
  readonly links: readonly LinkLine[]
}

/** Links by which people without an account see one version; made, copied and revoked here. */
export function ShareLinks({ version, mayShare, links }: Props) {
  const t = useTranslations('admin')
  const refresh = useCalmRefresh()
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const attempt = async (work: () => Promise<string>) => {
    setBusy(true)
    setSaid(await work().catch((error) => t(`problem_${failureReason(problemOf(error))}`)))
    setBusy(false)
    refresh()
  }
  const share = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const days = Number(new FormData(event.currentTarget).get('days'))
    void attempt(async () => {
      await call('/api/admin/preview-links', { method: 'POST', body: { version, days } })
      return t('linkMade')
    })
  }
  const revoke = (linkId: string) =>
    attempt(async () => {
      await call(`/api/admin/preview-links/${linkId}`, { method: 'DELETE' })
      return t('linkRevoked')
    })
  return (
    <section className="panel" aria-labelledby="links">
      <h2 id="links">{t('links')}</h2>
      <p className="muted">{t('linksHint')}</p>
      {mayShare && (
        <form className="row" onSubmit={share}>
          <div className="field">
            <label htmlFor="days">{t('linkDays')}</label>
            <select id="days" name="days" defaultValue="3">
              {DAYS.map((days) => (
                <option key={days} value={days}>
                  {t('days', { count: days })}
                </option>
              ))}
            </select>
          </div>
          <StaffButton type="submit" kind="strong" busy={busy}>
            {t('share', { version })}
          </StaffButton>
        </form>
      )}
      <p role="status">{said}</p>
      <ul className="plain-list">
        {links.map((link) => (
          <LinkRow key={link.linkId} link={link} mayShare={mayShare} busy={busy} revoke={revoke} copied={setSaid} />
        ))}
      </ul>
    </section>
  )
}

interface RowProps {
  readonly link: LinkLine
  readonly mayShare: boolean
  readonly busy: boolean
  readonly revoke: (linkId: string) => void
  readonly copied: (said: string) => void
}

/** All that is left to do is the key that copies. */
function select(field: HTMLInputElement | null): void {
  field?.focus()
  field?.select()
}

function LinkRow({ link, mayShare, busy, revoke, copied }: RowProps) {
  const t = useTranslations('admin')
  const [byHand, setByHand] = useState<string | null>(null)
  const copy = async () => {
    const whole = new URL(link.path, location.href).href
    setByHand(null)
    const done = await copyText(navigator.clipboard, whole)
    setByHand(done ? null : whole)
    copied(t(done ? 'linkCopied' : 'linkNotCopied'))
  }
  return (
    // The button that revokes it goes with that; the focus stays in its line.
    <li className="row" tabIndex={-1}>
      <span>
        {link.over ? (
          t('version', { version: link.version })
        ) : (
          <a href={link.path}>{t('version', { version: link.version })}</a>
        )}{' '}
        <span className="muted">{listed([link.createdBy, t('ends', { when: link.ends })])}</span>{' '}
        {link.over && <span className="badge">{t(`link_${link.over}`)}</span>}
      </span>
      {!link.over && (
        <span className="push row">
          <button type="button" className="button" onClick={copy}>
            {t('copy')}
          </button>
          {mayShare && (
            <StaffButton busy={busy} onClick={() => revoke(link.linkId)}>
              {t('revoke')}
            </StaffButton>
          )}
        </span>
      )}
      {byHand !== null && (
        <input
          ref={select}
          className={`${address.input} ${styles.whole}`}
          readOnly
          value={byHand}
          aria-label={t('linkAddress', { version: link.version })}
        />
      )}
    </li>
  )
}
