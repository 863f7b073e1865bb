import { SiteLink } from '#components/language/site-link.tsx'
import { Artwork } from '#components/ui/artwork.tsx'
import { byMonth } from './by-month.ts'
import styles from './editorial-list.module.css'
import type { ListProps } from './list-props.ts'
import type { ShowLine } from './show-line.ts'
import { StockBadge } from './stock-badge.tsx'

/** The programme of a house, month by month, as it would be printed. */
export function EditorialList({ lines, featured = false }: ListProps) {
  if (featured) return <Plates lines={lines} />
  return (
    <div>
      {byMonth(lines).map((chapter) => (
        <section key={chapter.part} className={styles.chapter} aria-label={chapter.month}>
          <p className={styles.month} aria-hidden="true">
            {chapter.month}
          </p>
          <ul>
            {chapter.lines.map((line) => (
              <Entry key={line.id} line={line} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Entry({ line }: { readonly line: ShowLine }) {
  return (
    <li className={`below ${styles.entry}`}>
      <time className={styles.day} dateTime={line.startsAt}>
        <strong>{line.day.day}</strong>
        <span>{line.day.weekday}</span>
        <span>{line.time}</span>
      </time>
      <Artwork artwork={line.artwork} sizes="(min-width: 48rem) 11rem, 30vw" decorative className={styles.thumb} />
      <div className={styles.words}>
        <h3>
          <SiteLink href={line.href} prefetch={false} lang={line.lang}>
            {line.title}
          </SiteLink>
        </h3>
        {line.subtitle && (
          <p className={styles.subtitle} lang={line.lang}>
            {line.subtitle}
          </p>
        )}
        <p className={styles.place}>
          {line.venue}, {line.city}
        </p>
      </div>
      <p className={styles.deal}>
        <StockBadge badge={line.badge} />
        {line.price && <span>{line.price}</span>}
      </p>
    </li>
  )
}

function Plates({ lines }: { readonly lines: readonly ShowLine[] }) {
  return (
    <ul className={styles.plates}>
      {lines.map((line) => (
        <li key={line.id} className={`below ${styles.plate}`}>
          <Artwork
            artwork={line.artwork}
            sizes="(min-width: 64rem) 46vw, 100vw"
            decorative
            className={styles.picture}
          />
          <p className={styles.kicker}>
            <time dateTime={line.startsAt}>{line.when}</time>
          </p>
          <h3>
            <SiteLink href={line.href} lang={line.lang}>
              {line.title}
            </SiteLink>
          </h3>
          {line.subtitle && (
            <p className={styles.subtitle} lang={line.lang}>
              {line.subtitle}
            </p>
          )}
          <p className={styles.place}>
            {line.venue}, {line.city}
          </p>
          <p className={styles.deal}>
            {line.price && <span>{line.price}</span>}
            <StockBadge badge={line.badge} />
          </p>
        </li>
      ))}
    </ul>
  )
}
