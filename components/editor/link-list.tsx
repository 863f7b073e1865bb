import { useTranslations } from 'use-intl/react'
import { LIST_LIMITS, TEXT_LIMITS } from '#contracts/config-limits.ts'
import type { ResellerConfig } from '#contracts/reseller-config.ts'
import { AddButton } from './add-button.tsx'
import type { Editing } from './edit.ts'
import { EntryList } from './entry-list.tsx'
import { withLists } from './follow-list.ts'
import { InputField } from './input-field.tsx'
import type { ListChange } from './list-steps.ts'

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
  const editLinks = (change: ListChange<Link>) =>
    edit((now) =>
      withLists(
        now,
        list === 'navigation' ? { navigation: change(now.navigation) } : { links: change(now.footer.links) },
      ),
    )
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
        edit={editLinks}
        nameOf={({ label, href }) => label || href}
        fields={(link, change, at) => (
          <div className="fields">
            <InputField
              label={t('linkLabel')}
              value={link.label}
              maxLength={TEXT_LIMITS.linkLabel}
              fault={faults.get(`${path}.${at}.label`)}
              onValue={(label) => change((now) => ({ ...now, label }))}
            />
            <InputField
              label={t('linkHref')}
              value={link.href}
              maxLength={TEXT_LIMITS.href}
              spellCheck={false}
              fault={faults.get(`${path}.${at}.href`)}
              onValue={(href) => change((now) => ({ ...now, href }))}
            />
          </div>
        )}
      >
        <p className="row">
          <AddButton
            text={t('addLink')}
            count={links.length}
            limit={limit}
            onAdd={() => editLinks((now) => [...now, { label: t('newLink'), href: '/shows' }])}
          />
        </p>
      </EntryList>
    </>
  )
}
