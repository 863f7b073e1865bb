import Link from 'next/link'
import { Artwork } from '#components/ui/artwork.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import styles from './editorial-hero.module.css'
import type { HeroProps } from './hero-props.ts'

/** The front page: a headline over the fold, the lead story with its plate. */
export function EditorialHero({ section, lead, t }: HeroProps) {
  return (
    <section className={`frame ${styles.hero}`}>
      <h1>{section.title}</h1>
      {section.text && <p className={styles.text}>{section.text}</p>}
      {lead && (
        <Link href={lead.href} className={styles.plate} tabIndex={-1} aria-hidden="true">
          <Artwork
            artwork={lead.artwork}
            sizes="(min-width: 64rem) 56vw, 100vw"
            first
            decorative
            className={styles.art}
          />
        </Link>
      )}
      {lead && (
        <div className={styles.lead}>
          <p className={styles.kicker}>{t('nextUp')}</p>
          <h2>{lead.title}</h2>
          {lead.subtitle && <p className={styles.subtitle}>{lead.subtitle}</p>}
          <p className={styles.facts}>
            <time dateTime={lead.startsAt}>{lead.when}</time>
            <br />
            {lead.venue}, {lead.city}
          </p>
          <ButtonLink href={lead.href}>
            {t('tickets')}
            <span className="visually-hidden">: {lead.title}</span>
          </ButtonLink>
        </div>
      )}
    </section>
  )
}
