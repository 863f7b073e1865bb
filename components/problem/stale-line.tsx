import { formatTime } from '#lib/format/date.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import styles from './stale-line.module.css'

interface Props {
  readonly site: Site
  /** Instant of the answer that the page stands on because core gives none; null when it is fresh. */
  readonly since: string | null
  readonly timeZone?: string
}

/** Says that what follows is a little old. */
export function StaleLine({ site: { config }, since, timeZone = config.timeZone }: Props) {
  if (since === null) return null
  const time = formatTime(since, { timeZone, locale: config.locale })
  return (
    <p role="status" className={styles.stale}>
      {translator(config.locale, 'problem')('stale', { time })}
    </p>
  )
}
