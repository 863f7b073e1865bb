import { useTranslations } from 'use-intl/react'
import { TEXT_LIMITS } from '#contracts/config-limits.ts'
import { LEGAL_PAGES, type LegalPage } from '#contracts/reseller-config.ts'
import type { Editing } from './edit.ts'
import { InputField } from './input-field.tsx'

/** Legal texts as plain words; each that is written has a page of its own and a link in the footer. */
export function LegalFields({ config, edit, faults }: Editing) {
  const t = useTranslations('review')
  const words = useTranslations('admin')
  const set = (page: LegalPage, text: string) =>
    edit((now) => ({ ...now, legal: { ...now.legal, [page]: text || undefined } }))
  return (
    <>
      <p className="muted">{words('legalHint')}</p>
      {LEGAL_PAGES.map((page) => (
        <InputField
          key={page}
          long
          label={t(`name_${page}`)}
          value={config.legal?.[page] ?? ''}
          maxLength={TEXT_LIMITS.legal}
          fault={faults.get(`legal.${page}`)}
          onValue={(text) => set(page, text)}
        />
      ))}
    </>
  )
}
