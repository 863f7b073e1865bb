import { Below } from '#components/ui/below.tsx'
import type { Show } from '#contracts/show.ts'
import { langOfShow } from '#lib/language/lang-of.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import styles from './show-about.module.css'

/** The long read: what it is, who plays, how to get there. */
export function ShowAbout({ site, show }: { readonly site: Site; readonly show: Show }) {
  const t = translator(site.config.locale, 'show')
  const lang = langOfShow(site, show)
  const { venue, performers, description } = show
  return (
    <Below as="div" className={`frame ${styles.about}`}>
      <section className={styles.text}>
        <h2>{t('about')}</h2>
        {paragraphs(description).map((paragraph) => (
          <p key={paragraph} lang={lang} dir="auto">
            {paragraph}
          </p>
        ))}
      </section>
      <aside className={styles.side}>
        {performers.length > 0 && <Detail title={t('performers')} lines={performers} />}
        {venue.directions && <Detail title={t('directions')} lines={[venue.directions]} lang={lang} />}
        {venue.accessibility && <Detail title={t('accessibility')} lines={[venue.accessibility]} lang={lang} />}
      </aside>
    </Below>
  )
}

interface DetailProps {
  readonly title: string
  readonly lines: readonly string[]
  readonly lang?: string | undefined
}

function Detail({ title, lines, lang }: DetailProps) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line} lang={lang} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </section>
  )
}

const paragraphs = (text: string): string[] =>
  [...new Set(text.split(/\n\s*\n/).map((part) => part.trim()))].filter(Boolean)
