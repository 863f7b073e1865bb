import type { ReactNode } from 'react'
import { Gallery } from '#components/gallery/gallery.tsx'
import { StaleLine } from '#components/problem/stale-line.tsx'
import { ForeignGlyphs } from '#components/ui/foreign-glyphs.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Show } from '#contracts/show.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { ShowAbout } from './show-about.tsx'
import { ShowHead } from './show-head.tsx'
import styles from './show-page.module.css'

interface Props {
  readonly site: Site
  readonly show: Show
  /** When core is down: since when the page stands on its last answer. */
  readonly staleSince: string | null
  /** Where tickets are chosen. */
  readonly tickets: ReactNode
}

/** Everything about one show; tickets come right after its facts. */
export function ShowPage({ site, show, staleSince, tickets }: Props) {
  const t = translator(site.config.locale, 'show')
  return (
    <article>
      <ShowHead site={site} show={show} />
      <div className={`frame ${styles.tickets}`}>
        <StaleLine site={site} since={staleSince} timeZone={show.venue.timeZone} />
        {show.status === 'cancelled' ? (
          <Notice tone="negative" title={t('cancelledTitle')} text={t('cancelledText')} />
        ) : (
          tickets
        )}
      </div>
      <Gallery site={site} show={show} />
      <ShowAbout site={site} show={show} />
      {site.config.locale !== 'ja-JP' && <ForeignGlyphs texts={[show.title, show.description, show.venue.name]} />}
    </article>
  )
}
