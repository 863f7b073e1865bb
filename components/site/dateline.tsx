import { formatLongDay } from '#lib/format/date.ts'
import { langOfWords } from '#lib/language/lang-of.ts'
import type { Site } from '#lib/reseller/site.ts'
import styles from './header.module.css'

/** The line above a newspaper's title: what it is, and today's date where the reseller is at home. */
export function Dateline({ site }: { readonly site: Site }) {
  const { texts, timeZone, locale } = site.config
  return (
    <div className={`frame ${styles.dateline}`}>
      <span lang={langOfWords(site, texts.tagline)}>{texts.tagline}</span>
      <span>{formatLongDay(new Date().toISOString(), { timeZone, locale })}</span>
    </div>
  )
}
