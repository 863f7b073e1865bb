'use client'

import { Artwork } from '#components/ui/artwork.tsx'
import styles from './recap-card.module.css'
import type { ShowRecap } from './show-recap.ts'

/** The show again, small, so that nobody pays for another evening by mistake. */
export function RecapCard({ recap }: { readonly recap: ShowRecap }) {
  return (
    <div className={styles.recap}>
      <Artwork artwork={recap.artwork} sizes="12rem" decorative className={styles.art} />
      <div>
        <p className={styles.title} lang={recap.lang}>
          {recap.title}
        </p>
        <p>
          <time dateTime={recap.startsAt}>
            {recap.day}, {recap.time}
          </time>
        </p>
        <p className={styles.place}>{recap.venue}</p>
      </div>
    </div>
  )
}
