import type { LegalPage as Page } from '#contracts/reseller-config.ts'
import { langOfWords } from '#lib/language/lang-of.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import styles from './legal-page.module.css'

/**
 * A legal text as the reseller wrote it: plain words, parted where it left a line empty. One that was not translated
 * stands in the reseller's first language, below a title in the page's.
 */
export function LegalPage({ site, page, text }: { readonly site: Site; readonly page: Page; readonly text: string }) {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '')
  return (
    <article className={`frame ${styles.legal}`}>
      <h1>{translator(site.config.locale, 'legal')(page)}</h1>
      <div lang={langOfWords(site, text)}>
        {paragraphs.map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no ids and never move
          <p key={index}>{paragraph}</p>
        ))}
      </div>
    </article>
  )
}
