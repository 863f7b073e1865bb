import { SiteLink } from '#components/language/site-link.tsx'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { LogoPicture } from './logo-picture.tsx'
import { Mark } from './mark.tsx'
import styles from './wordmark.module.css'

/** The brand's name as it stands on top of every page: mark and wordmark, or the logo as a picture, leading home. */
export function Wordmark({ site }: { readonly site: Site }) {
  const { logo, name, locale } = site.config
  const t = translator(locale, 'site')
  return (
    <SiteLink href="/" className={styles.wordmark} aria-label={t('home', { name })}>
      {logo.picture ? (
        <LogoPicture picture={logo.picture} wordmark={logo.wordmark} className={styles.picture} />
      ) : (
        <>
          {logo.mark !== 'none' && <Mark name={logo.mark} className={styles.mark} />}
          <span>{logo.wordmark}</span>
        </>
      )}
    </SiteLink>
  )
}
