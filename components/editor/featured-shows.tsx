import { useId, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { LIST_LIMITS } from '#contracts/config-limits.ts'
import type { ConfigFault } from '#contracts/config-refusal.ts'
import type { ShowChoice, ShowChoices } from '#lib/admin/show-choices.ts'
import { isolated, listed } from '#lib/text/isolated.ts'
import { InputField } from './input-field.tsx'
import { offeredShows } from './offered-shows.ts'
import styles from './site-editor.module.css'

interface Props {
  readonly shows: ShowChoices
  readonly showIds: readonly string[]
  readonly fault: ConfigFault | undefined
  readonly onShowIds: (showIds: string[]) => void
}

/** Shows to put forward, in the order in which they are ticked; those that core does not list stay until unticked. */
export function FeaturedShows({ shows, showIds, fault, onShowIds }: Props) {
  const t = useTranslations('admin')
  const own = useTranslations('editor')
  const id = useId()
  const [typed, type] = useState('')
  const { shown, more } = offeredShows(useChoices(shows, showIds), showIds, typed)
  const toggle = (id: string, on: boolean) => onShowIds(on ? [...showIds, id] : showIds.filter((other) => other !== id))
  return (
    <fieldset className={styles.entry} aria-describedby={fault && `${id}-fault`}>
      <legend className="label">{t('featuredShows', { count: showIds.length })}</legend>
      {shows === null ? (
        <p className="muted">{t('showsAway')}</p>
      ) : (
        <InputField
          type="search"
          label={own('showsFilter')}
          hint={own('showsFilterHint')}
          value={typed}
          onValue={type}
        />
      )}
      <p role="status" className="muted">
        {typed.trim() !== '' && own('showsFound', { count: shown.length + more })}
        {more > 0 && ` ${own('showsMore', { count: more })}`}
      </p>
      <div className={styles.choices}>
        {shown.map((choice) => (
          <label key={choice.id}>
            <input
              type="checkbox"
              checked={showIds.includes(choice.id)}
              disabled={!showIds.includes(choice.id) && showIds.length >= LIST_LIMITS.featured}
              onChange={({ target }) => toggle(choice.id, target.checked)}
            />
            <span>
              <span lang={choice.lang}>{isolated(choice.title)}</span>{' '}
              <span className={styles.detail}>{listed([choice.when, choice.venue])}</span>
            </span>
          </label>
        ))}
      </div>
      {fault && (
        <p id={`${id}-fault`} className="fault">
          {t('chooseAShow')}
        </p>
      )}
    </fieldset>
  )
}

/** What is ticked and not in the list comes first: past shows, those far off, and ids of which core knows nothing. */
function useChoices(shows: ShowChoices, showIds: readonly string[]): readonly ShowChoice[] {
  const own = useTranslations('editor')
  const { next = [], featured = [] } = shows ?? {}
  const listedIds = new Set(next.map(({ id }) => id))
  const others = showIds.filter((id) => !listedIds.has(id))
  const unknown = (id: string): ShowChoice => ({
    ...{ id, title: id, venue: '' },
    when: shows === null ? '' : own('showsUnknown'),
  })
  return [...others.map((id) => featured.find((show) => show.id === id) ?? unknown(id)), ...next]
}
