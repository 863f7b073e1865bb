'use client'

import { useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { ReviewList } from '#components/admin/review-list.tsx'
import type { Tones } from '#contracts/picture-tones.ts'
import { ResellerConfig } from '#contracts/reseller-config.ts'
import type { ShowChoices } from '#lib/admin/show-choices.ts'
import type { KnownTones } from '#lib/config-review/logo-contrast.ts'
import { reviewOf } from '#lib/config-review/review.ts'
import { ColourFields } from './colour-fields.tsx'
import { faultsIn } from './config-faults.ts'
import { DraftBar } from './draft-bar.tsx'
import type { Edit } from './edit.ts'
import { HomeSections } from './home-sections.tsx'
import { LanguageFields } from './language-fields.tsx'
import { LegalFields } from './legal-fields.tsx'
import { LinkList } from './link-list.tsx'
import { LookFields } from './look-fields.tsx'
import { PlaceFields } from './place-fields.tsx'
import styles from './site-editor.module.css'
import { SwitchFields } from './switch-fields.tsx'
import { TextFields } from './text-fields.tsx'
import { TranslationFields } from './translation-fields.tsx'
import { useAutosave } from './use-autosave.ts'
import { useTones } from './use-tones.ts'

interface Props {
  readonly base: number
  readonly initial: ResellerConfig
  /** Shows that core sells here, to choose from; null when core could not be asked. */
  readonly shows: ShowChoices
  /** Featured or linked shows that are known, or known to be gone. */
  readonly known: Readonly<Record<string, boolean>> | null
  /** Of the logo that `initial` has; null where it has none, or that was not measured. */
  readonly logoTones: Tones | null
  /** Pictures that `initial` shows and that were removed; what is chosen here is there. */
  readonly gone: readonly string[]
  /** IANA time zones to choose from. */
  readonly zones: readonly string[]
}

/** A whole site, as typed values. Every change is saved as a draft after a pause; nothing here publishes. */
export function SiteEditor({ base, initial, shows, known, logoTones, gone, zones }: Props) {
  const t = useTranslations('admin')
  const own = useTranslations('editor')
  const [config, setConfig] = useState(initial)
  const { tones, measured } = useTones(initial, logoTones)
  const faults = useMemo(() => faultsIn(config), [config])
  const { draft, keepMine, again, edited } = useAutosave(base, config, faults.size === 0)
  // Read by what takes a while, too: an upload ends in another rendering than the one it was begun in.
  const newest = useRef(initial)
  const edit: Edit = (change) => {
    newest.current = change(newest.current)
    setConfig(newest.current)
    edited(ResellerConfig.safeParse(newest.current).success)
  }
  const parts = { config, edit, faults }
  return (
    <div className={styles.editor}>
      <DraftBar draft={draft} faults={faults} keepMine={keepMine} again={again} />
      <Part id="look" title={t('partLook')}>
        <LookFields {...parts} onLogo={measured} />
      </Part>
      <Part id="colours" title={t('partColours')}>
        <ColourFields {...parts} />
      </Part>
      <Part id="texts" title={t('partTexts')}>
        <TextFields {...parts} />
      </Part>
      <Part id="home" title={t('partHome')}>
        <HomeSections {...parts} shows={shows} />
      </Part>
      <Part id="navigation" title={t('partNavigation')}>
        <LinkList {...parts} list="navigation" />
      </Part>
      <Part id="footer" title={t('partFooter')}>
        <LinkList {...parts} list="footer" />
      </Part>
      <Part id="legal" title={t('partLegal')}>
        <LegalFields {...parts} />
      </Part>
      <Part id="languages" title={own('partLanguages')}>
        <LanguageFields {...parts} />
      </Part>
      <Part id="translations" title={own('partTranslations')}>
        <TranslationFields {...parts} />
      </Part>
      <Part id="place" title={own('partPlace')}>
        <PlaceFields {...parts} zones={zones} />
      </Part>
      <Part id="live" title={t('partLive')}>
        <SwitchFields {...parts} />
      </Part>
      <Part id="report" title={t('partReport')}>
        <Report config={config} known={known} shows={shows} tones={tones} gone={gone} />
      </Part>
    </div>
  )
}

function Part({
  id,
  title,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly children: React.ReactNode
}) {
  return (
    <section className="panel" aria-labelledby={`part-${id}`}>
      <h2 id={`part-${id}`}>{title}</h2>
      {children}
    </section>
  )
}

interface Reported extends Pick<Props, 'known' | 'shows' | 'gone'> {
  readonly config: ResellerConfig
  readonly tones: KnownTones
}

function Report({ config, known, shows, tones, gone }: Reported) {
  const review = useMemo(() => {
    const choices = [...(shows?.next ?? []), ...(shows?.featured ?? [])].map(({ id }) => [id, true] as const)
    return reviewOf(config, known && new Map([...Object.entries(known), ...choices]), tones, new Set(gone))
  }, [config, known, shows, tones, gone])
  return <ReviewList review={review} />
}
