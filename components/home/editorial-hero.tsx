import { SiteLink } from '#components/language/site-link.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import styles from './editorial-hero.module.css'
import { HeroArt } from './hero-art.tsx'
import type { HeroProps } from './hero-props.ts'

/** The front page: a headline over the fold, the lead story with its plate. */
export function EditorialHero({ section, lead, t, langOf }: HeroProps) {
  const art = <HeroArt {...{ section, lead, langOf }} sizes="(min-width: 64rem) 56vw, 100vw" className={styles.art} />
  return (
    <section className={`frame ${styles.hero}`}>
      <h1 lang={langOf(section.title)}>{section.title}</h1>
      {section.text && (
        <p className={styles.text} lang={langOf(section.text)}>
          {section.text}
        </p>
      )}
      {section.picture ? (
        <div>{art}</div>
      ) : (
        lead && (
          <SiteLink href={lead.href} tabIndex={-1} aria-hidden="true">
            {art}
          </SiteLink>
        )
      )}
      {lead && (
        <div className={styles.lead}>
          <p className={styles.kicker}>{t('nextUp')}</p>
          <h2 lang={lead.lang}>{lead.title}</h2>
          {lead.subtitle && (
            <p className={styles.subtitle} lang={lead.lang}>
              {lead.subtitle}
            </p>
          )}
          <p className={styles.facts}>
            <time dateTime={lead.startsAt}>{lead.when}</time>
            <br />
            {lead.venue}, {lead.city}
          </p>
          <ButtonLink href={lead.href}>
            {t('tickets')}
            <span className="visually-hidden">
              : <span lang={lead.lang}>{lead.title}</span>
            </span>
          </ButtonLink>
        </div>
      )}
    </section>
  )
}
