import { useTranslations } from 'use-intl/react'
import { AnnouncementCard } from '#components/announcements/announcement-card.tsx'
import styles from './announcement-preview.module.css'

interface Props {
  readonly text: string
  readonly lang: string
  readonly hasLink: boolean
  /** How the brand dresses its cards. */
  readonly look: string
  readonly title: string
}

/**
 * An announcement in the shop's own look, at the foot of a page that is not there. It is the visitors' own card; nothing
 * in it can be pressed.
 */
export function AnnouncementPreview({ text, lang, hasLink, look, title }: Props) {
  const t = useTranslations('announcement')
  return (
    <figure className={styles.preview}>
      <figcaption className="label">{title}</figcaption>
      <div className={`brand-stage ${styles.stage}`} data-look={look} inert>
        <AnnouncementCard text={text} lang={lang} label={t('label')} dismissLabel={t('dismiss')}>
          {hasLink && <a href="/">{t('more')}</a>}
        </AnnouncementCard>
      </div>
    </figure>
  )
}
