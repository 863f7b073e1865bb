import { SiteLink } from '#components/language/site-link.tsx'
import { Artwork } from '#components/ui/artwork.tsx'
import type { ListProps } from './list-props.ts'
import styles from './playful-list.module.css'
import { StockBadge } from './stock-badge.tsx'

/** Cards like things one picks up, each with its date as a sticker. */
export function PlayfulList({ lines, featured = false }: ListProps) {
  return (
    <ul className={featured ? styles.large : styles.cards}>
      {lines.map((line) => (
        <li key={line.id} className={`below ${styles.card}`}>
          <Artwork
            artwork={line.artwork}
            sizes={
              featured ? '(min-width: 48rem) 45vw, 100vw' : '(min-width: 64rem) 28vw, (min-width: 40rem) 45vw, 100vw'
            }
            decorative
            className={styles.art}
          />
          <time className={styles.sticker} dateTime={line.startsAt}>
            <span>{line.day.month}</span>
            <strong>{line.day.day}</strong>
          </time>
          <div className={styles.words}>
            <h3>
              <SiteLink href={line.href} prefetch={false} lang={line.lang}>
                {line.title}
              </SiteLink>
            </h3>
            <p className={styles.place}>
              {line.day.weekday}, {line.time} · {line.venue}, {line.city}
            </p>
            <p className={styles.deal}>
              {line.price && <span className={styles.price}>{line.price}</span>}
              <StockBadge badge={line.badge} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
