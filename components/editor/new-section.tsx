import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { LIST_LIMITS } from '#contracts/config-limits.ts'
import type { HomeSection } from '#contracts/reseller-config.ts'
import type { ShowChoices } from '#lib/admin/show-choices.ts'
import { AddButton } from './add-button.tsx'
import { ChoiceField } from './input-field.tsx'

type Type = HomeSection['type']
const TYPES = ['hero', 'featured', 'upcoming', 'text'] as const satisfies readonly Type[]

interface Props {
  /** Of the sections that there are. */
  readonly count: number
  readonly shows: ShowChoices
  readonly add: (section: HomeSection) => void
}

/** Adds a section of some type to the home page. */
export function NewSection({ count, shows, add }: Props) {
  const t = useTranslations('admin')
  const words = useTranslations('review')
  const [type, setType] = useState<Type>('text')
  return (
    <div className="row">
      <ChoiceField
        label={t('newSection')}
        value={type}
        options={TYPES.map((value) => ({ value, text: words(`section_${value}`) }))}
        onValue={setType}
      />
      <AddButton
        text={t('add')}
        count={count}
        limit={LIST_LIMITS.sections}
        onAdd={() => add(sectionOf(type, words(`section_${type}`), t('newText'), shows))}
      />
    </div>
  )
}

/** Something valid to begin with, so that a new section can be seen in the preview at once. */
function sectionOf(type: Type, title: string, text: string, shows: ShowChoices): HomeSection {
  if (type === 'text') return { type, title, text }
  if (type === 'featured') return { type, title, showIds: (shows?.next ?? []).slice(0, 3).map(({ id }) => id) }
  return { type, title }
}
