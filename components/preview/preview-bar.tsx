import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { LateStayInPreview } from './late-stay-in-preview.tsx'
import styles from './preview-bar.module.css'

interface Props {
  readonly site: Site
  readonly preview: NonNullable<Site['preview']>
}

/** On top of every page of a preview, in colours of its own: it has to be read even where the draft's cannot. */
export function PreviewBar({ site, preview }: Props) {
  const t = translator(site.config.locale, 'preview')
  return (
    <aside className={styles.bar} aria-label={t('label')} data-preview={preview.version}>
      <p>
        <strong>{t('title', { version: preview.version })}</strong> <span>{t('text')}</span>
      </p>
      <LateStayInPreview base={preview.base} />
    </aside>
  )
}
