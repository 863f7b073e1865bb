import { SiteLink } from '#components/language/site-link.tsx'
import { HeroArt } from './hero-art.tsx'
import type { HeroProps } from './hero-props.ts'
import styles from './minimal-hero.module.css'

/** One picture, and beside it the claim, written from top to bottom where the script allows. */
export function MinimalHero({ section, lead, t, langOf }: HeroProps) {
  return (
    <section className={`frame ${styles.hero}`}>
      <div className={styles.claim}>
        <h1 lang={langOf(section.title)}>{section.title}</h1>
        {section.text && (
          <p className={styles.text} lang={langOf(section.text)}>
            {section.text}
          </p>
        )}
      </div>
      {(lead || section.picture) && (
        <figure className={styles.figure}>
          <HeroArt {...{ section, lead, langOf }} sizes="(min-width: 64rem) 60vw, 100vw" />
          {lead && (
            <figcaption className={styles.caption}>
              <p className={styles.next}>{t('nextUp')}</p>
              <p className={styles.title}>
                <SiteLink href={lead.href} lang={lead.lang}>
                  {lead.title}
                </SiteLink>
              </p>
              <p className={styles.facts}>
                <time dateTime={lead.startsAt}>{lead.when}</time>
                <span>{lead.venue}</span>
              </p>
            </figcaption>
          )}
        </figure>
      )}
    </section>
  )
}
