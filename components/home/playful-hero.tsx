import { ButtonLink } from '#components/ui/button.tsx'
import { FlyingKite } from './flying-kite.tsx'
import { HeroArt } from './hero-art.tsx'
import type { HeroProps } from './hero-props.ts'
import styles from './playful-hero.module.css'

/** A piece of sky with a hill below it. */
export function PlayfulHero({ section, lead, t, langOf }: HeroProps) {
  return (
    <section className={styles.hero}>
      <div className={`frame ${styles.sky}`}>
        <div className={styles.words}>
          <h1 lang={langOf(section.title)}>{section.title}</h1>
          {section.text && (
            <p className={styles.text} lang={langOf(section.text)}>
              {section.text}
            </p>
          )}
          <ButtonLink href="/shows" size="large">
            {t('seeAll')}
          </ButtonLink>
        </div>
        {(lead || section.picture) && (
          <div className={styles.photo}>
            <HeroArt {...{ section, lead, langOf }} sizes="(min-width: 60rem) 44vw, 100vw" className={styles.art} />
            {lead && (
              <p className={styles.caption}>
                <strong lang={lead.lang}>{lead.title}</strong>
                <span>
                  {lead.when}, {lead.city}
                </span>
                <ButtonLink href={lead.href} kind="quiet" className={styles.see}>
                  {t('tickets')}
                  <span className="visually-hidden">
                    : <span lang={lead.lang}>{lead.title}</span>
                  </span>
                </ButtonLink>
              </p>
            )}
          </div>
        )}
        <FlyingKite className={styles.kite} />
      </div>
      <svg className={styles.hill} viewBox="0 0 1440 120" preserveAspectRatio="none" aria-hidden="true">
        <path d="M0 70C220 10 420 4 640 48s420 66 800-12v84H0z" fill="currentColor" />
      </svg>
    </section>
  )
}
