import { SiteLink } from '#components/language/site-link.tsx'
import { Artwork } from '#components/ui/artwork.tsx'
import type { ListProps } from './list-props.ts'
import styles from './poster-list.module.css'
import type { ShowLine } from './show-line.ts'
import { StockBadge } from './stock-badge.tsx'

/** A line-up in type as large as it goes; shows put forward become posters on a wall. */
export function PosterList({ lines, featured = false }: ListProps) {
  return (
    <ul className={featured ? styles.wall : styles.lineUp}>
      {lines.map((line, index) => (
        <li key={line.id} className={`below ${styles.show}`}>
          <Artwork
            artwork={line.artwork}
            sizes={featured ? '(min-width: 64rem) 50vw, 100vw' : '(min-width: 48rem) 18rem, 40vw'}
            decorative
            className={styles.art}
          />
          <Stamp line={line} />
          <div className={styles.words}>
            <h3>
              <SiteLink href={line.href} prefetch={featured && index < 2 ? null : false} lang={line.lang}>
                {line.title}
              </SiteLink>
            </h3>
            <p className={styles.place}>
              {line.venue} <span>{line.city}</span>
            </p>
          </div>
          <p className={styles.deal}>
            <StockBadge badge={line.badge} />
            {line.price && <span className={styles.price}>{line.price}</span>}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Stamp({ line }: { readonly line: ShowLine }) {
  return (
    <time className={styles.stamp} dateTime={line.startsAt}>
      <span>{line.day.weekday}</span>
      <strong>{line.day.day}</strong>
      <span>{line.day.month}</span>
    </time>
  )
}
