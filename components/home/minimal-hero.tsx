import Link from 'next/link'
import { Artwork } from '#components/ui/artwork.tsx'
import type { HeroProps } from './hero-props.ts'
import styles from './minimal-hero.module.css'

/** One picture, and beside it the claim, written from top to bottom where the script allows. */
export function MinimalHero({ section, lead, t }: HeroProps) {
  return (
    <section className={`frame ${styles.hero}`}>
      <div className={styles.claim}>
        <h1>{section.title}</h1>
        {section.text && <p className={styles.text}>{section.text}</p>}
      </div>
      {lead && (
        <figure className={styles.figure}>
          <Artwork
            artwork={lead.artwork}
            sizes="(min-width: 64rem) 60vw, 100vw"
            first
            decorative
            className={styles.art}
          />
          <figcaption className={styles.caption}>
            <p className={styles.next}>{t('nextUp')}</p>
            <p className={styles.title}>
              <Link href={lead.href}>{lead.title}</Link>
            </p>
            <p className={styles.facts}>
              <time dateTime={lead.startsAt}>{lead.when}</time>
              <span>{lead.venue}</span>
            </p>
          </figcaption>
        </figure>
      )}
    </section>
  )
}
