import { ButtonLink } from '#components/ui/button.tsx'
import { HeroArt } from './hero-art.tsx'
import type { HeroProps } from './hero-props.ts'
import styles from './poster-hero.module.css'

/** The next show fills the window; the claim runs across it. */
export function PosterHero({ section, lead, t, langOf }: HeroProps) {
  return (
    <section className={styles.hero}>
      <HeroArt {...{ section, lead, langOf }} sizes="100vw" className={styles.art} />
      <div className={`frame ${styles.words}`}>
        <h1 lang={langOf(section.title)}>{section.title}</h1>
        {section.text && (
          <p className={styles.text} lang={langOf(section.text)}>
            {section.text}
          </p>
        )}
      </div>
      {lead && (
        <div className={styles.next}>
          <div className={`frame ${styles.bar}`}>
            <p className={styles.label}>{t('nextUp')}</p>
            <p className={styles.when}>
              <time dateTime={lead.startsAt}>{lead.when}</time>
              {lead.soon && <span> {lead.soon}</span>}
            </p>
            <p className={styles.title} lang={lead.lang}>
              {lead.title}
            </p>
            <p>
              {lead.venue}, {lead.city}
            </p>
            <ButtonLink href={lead.href} size="large" className={styles.go}>
              {t('tickets')}
              <span className="visually-hidden">
                : <span lang={lead.lang}>{lead.title}</span>
              </span>
            </ButtonLink>
          </div>
        </div>
      )}
    </section>
  )
}
