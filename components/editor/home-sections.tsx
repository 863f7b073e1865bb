import { useTranslations } from 'use-intl/react'
import { PictureField } from '#components/pictures/picture-field.tsx'
import { TEXT_LIMITS } from '#contracts/config-limits.ts'
import type { HomeSection } from '#contracts/reseller-config.ts'
import type { ShowChoices } from '#lib/admin/show-choices.ts'
import type { Editing } from './edit.ts'
import { EntryList } from './entry-list.tsx'
import { FeaturedShows } from './featured-shows.tsx'
import { withLists } from './follow-list.ts'
import { InputField } from './input-field.tsx'
import type { ListChange } from './list-steps.ts'
import { NewSection } from './new-section.tsx'
import { isPictured, type Pictured, withAlt, withPicture, withShows, withText } from './section-steps.ts'

interface Props extends Editing {
  readonly shows: ShowChoices
}

/** The home page from top to bottom. */
export function HomeSections({ config, edit, faults, shows }: Props) {
  const t = useTranslations('admin')
  const words = useTranslations('review')
  const editHome = (change: ListChange<HomeSection>) => edit((now) => withLists(now, { home: change(now.home) }))
  return (
    <EntryList
      entries={config.home}
      edit={editHome}
      min={1}
      nameOf={({ type, title }) => title || words(`section_${type}`)}
      fields={(section, change, at) => (
        <>
          <h3>
            {at + 1}. {words(`section_${section.type}`)}
          </h3>
          <InputField
            label={t('sectionTitle')}
            value={section.title}
            maxLength={section.type === 'hero' ? TEXT_LIMITS.heroTitle : TEXT_LIMITS.sectionTitle}
            fault={faults.get(`home.${at}.title`)}
            onValue={(title) => change((now) => ({ ...now, title }))}
          />
          {isPictured(section) && (
            <InputField
              long
              label={t('sectionText')}
              value={section.text ?? ''}
              maxLength={section.type === 'hero' ? TEXT_LIMITS.heroText : TEXT_LIMITS.sectionText}
              fault={faults.get(`home.${at}.text`)}
              onValue={(text) => change((now) => withText(now, text))}
            />
          )}
          {isPictured(section) && <SectionPicture section={section} change={change} />}
          {section.type === 'featured' && (
            <FeaturedShows
              shows={shows}
              showIds={section.showIds}
              fault={faults.get(`home.${at}.showIds`)}
              onShowIds={(showIds) => change((now) => withShows(now, showIds))}
            />
          )}
        </>
      )}
    >
      <NewSection count={config.home.length} add={(section) => editHome((now) => [...now, section])} shows={shows} />
    </EntryList>
  )
}

function SectionPicture({
  section: { type, picture },
  change,
}: {
  readonly section: Pictured
  readonly change: (to: (section: HomeSection) => HomeSection) => void
}) {
  const t = useTranslations('editor')
  return (
    <PictureField
      label={t(type === 'hero' ? 'heroPicture' : 'textPicture')}
      hint={t(type === 'hero' ? 'heroHint' : 'textHint')}
      picture={picture}
      onPicture={(chosen) => change((now) => withPicture(now, chosen))}
    >
      {picture && (
        <InputField
          label={t('alt')}
          hint={t('altHint')}
          value={picture.alt}
          maxLength={TEXT_LIMITS.alt}
          onValue={(alt) => change((now) => withAlt(now, alt))}
        />
      )}
    </PictureField>
  )
}
