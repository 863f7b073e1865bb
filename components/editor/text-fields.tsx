import { useTranslations } from 'use-intl/react'
import { TEXT_LIMITS } from '#contracts/config-limits.ts'
import type { ResellerConfig } from '#contracts/reseller-config.ts'
import type { Editing } from './edit.ts'
import { InputField } from './input-field.tsx'

/** Names, words and how to reach a person. An optional text that is emptied goes away. */
export function TextFields({ config, edit, faults }: Editing) {
  const t = useTranslations('review')
  const texts = (change: Partial<ResellerConfig['texts']>) =>
    edit((now) => ({ ...now, texts: { ...now.texts, ...change } }))
  const support = (change: Partial<ResellerConfig['support']>) =>
    edit((now) => ({ ...now, support: { ...now.support, ...change } }))
  return (
    <>
      <div className="fields">
        <InputField
          label={t('name_name')}
          value={config.name}
          maxLength={TEXT_LIMITS.name}
          fault={faults.get('name')}
          onValue={(name) => edit((now) => ({ ...now, name }))}
        />
        <InputField
          label={t('name_tagline')}
          value={config.texts.tagline}
          maxLength={TEXT_LIMITS.tagline}
          onValue={(tagline) => texts({ tagline })}
        />
        <InputField
          label={t('name_supportEmail')}
          value={config.support.email}
          type="email"
          fault={faults.get('support.email')}
          onValue={(email) => support({ email })}
        />
        <InputField
          label={t('name_supportPhone')}
          value={config.support.phone ?? ''}
          maxLength={TEXT_LIMITS.phone}
          onValue={(phone) => support({ phone: phone || undefined })}
        />
      </div>
      <InputField
        long
        label={t('name_description')}
        value={config.texts.description}
        maxLength={TEXT_LIMITS.description}
        onValue={(description) => texts({ description })}
      />
      <InputField
        long
        label={t('name_holdNotice')}
        value={config.texts.holdNotice ?? ''}
        maxLength={TEXT_LIMITS.holdNotice}
        onValue={(holdNotice) => texts({ holdNotice: holdNotice || undefined })}
      />
      <InputField
        long
        label={t('name_signature')}
        value={config.mail?.signature ?? ''}
        maxLength={TEXT_LIMITS.signature}
        onValue={(signature) => edit((now) => ({ ...now, mail: { ...now.mail, signature: signature || undefined } }))}
      />
    </>
  )
}
