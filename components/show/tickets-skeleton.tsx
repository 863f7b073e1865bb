import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import styles from './tickets-skeleton.module.css'

/** The room that tickets will take, while core is asked. */
export function TicketsSkeleton({ site, seated }: { readonly site: Site; readonly seated: boolean }) {
  const t = translator(site.config.locale, 'tickets')
  return (
    <div className={styles.skeleton} role="status">
      <p className={styles.text}>{t('loading')}</p>
      {seated ? <div className={styles.hall} /> : [1, 2, 3].map((row) => <div key={row} className={styles.row} />)}
    </div>
  )
}
