import { useTranslations } from 'use-intl/react'
import { LIST_LIMITS, TEXT_LIMITS } from '#contracts/config-limits.ts'
import type { ResellerConfig } from '#contracts/reseller-config.ts'
import type { Editing } from './edit.ts'
import { EntryList } from './entry-list.tsx'
import { withLists } from './follow-list.ts'
import { InputField } from './input-field.tsx'

type Link = ResellerConfig['navigation'][number]

interface Props extends Editing {
  readonly list: 'navigation' | 'footer'
}

/** The links of the menu, or the words and links of the footer. */
export function LinkList({ config, edit, faults, list }: Props) {
  const t = useTranslations('admin')
  const words = useTranslations('review')
  const links = list === 'navigation' ? config.navigation : config.footer.links
  const limit = list === 'navigation' ? LIST_LIMITS.navigation : LIST_LIMITS.footerLinks
  const path = list === 'navigation' ? 'navigation' : 'footer.links'
  const set = (changed: Link[]) =>
    edit((now) => withLists(now, list === 'navigation' ? { navigation: changed } : { links: changed }))
  return (
    <>
      {list === 'footer' && (
        <InputField
          long
          label={words('name_footerText')}
          value={config.footer.text}
          maxLength={TEXT_LIMITS.footerText}
          onValue={(text) => edit((now) => ({ ...now, footer: { ...now.footer, text } }))}
        />
      )}
      <EntryList
        entries={links}
        onEntries={set}
        nameOf={({ label, href }) => label || href}
        fields={(link, setLink, at) => (
          <div className="fields">
            <InputField
              label={t('linkLabel')}
              value={link.label}
              maxLength={TEXT_LIMITS.linkLabel}
              fault={faults.get(`${path}.${at}.label`)}
              onValue={(label) => setLink({ ...link, label })}
            />
            <InputField
              label={t('linkHref')}
              value={link.href}
              maxLength={TEXT_LIMITS.href}
              spellCheck={false}
              fault={faults.get(`${path}.${at}.href`)}
              onValue={(href) => setLink({ ...link, href })}
            />
          </div>
        )}
      >
        <p className="row">
          <button
            type="button"
            className="button"
            disabled={links.length >= limit}
            onClick={() => set([...links, { label: t('newLink'), href: '/shows' }])}
          >
            {t('addLink')}
          </button>
        </p>
      </EntryList>
    </>
  )
}
