import { SiteLink } from '#components/language/site-link.tsx'
import { Artwork } from '#components/ui/artwork.tsx'
import type { ListProps } from './list-props.ts'
import styles from './minimal-list.module.css'
import { StockBadge } from './stock-badge.tsx'

/** Pictures with air around them; the date in figures is the only ornament. */
export function MinimalList({ lines, featured = false }: ListProps) {
  return (
    <ul className={featured ? styles.pairs : styles.grid}>
      {lines.map((line) => (
        <li key={line.id} className={`below ${styles.show}`}>
          <Artwork
            artwork={line.artwork}
            sizes={featured ? '(min-width: 64rem) 52vw, 100vw' : '(min-width: 64rem) 28vw, 46vw'}
            decorative
            className={styles.art}
          />
          <div className={styles.words}>
            <time className={styles.date} dateTime={line.startsAt}>
              <strong>
                {line.day.monthNumber}.{line.day.day.replace(/\D/g, '').padStart(2, '0')}
              </strong>
              <span>{line.day.weekday}</span>
              <span>{line.time}</span>
            </time>
            <h3>
              <SiteLink href={line.href} prefetch={false} lang={line.lang}>
                {line.title}
              </SiteLink>
            </h3>
            {featured && line.subtitle && (
              <p className={styles.subtitle} lang={line.lang}>
                {line.subtitle}
              </p>
            )}
            <p className={styles.place}>
              {line.venue}
              <span>{line.city}</span>
            </p>
            <p className={styles.deal}>
              {line.price && <span>{line.price}</span>}
              <StockBadge badge={line.badge} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
