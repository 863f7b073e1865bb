import { AnnouncementCard } from '#components/announcements/announcement-card.tsx'
import styles from './announcement-preview.module.css'

/** What the card says itself, in the language of its text. */
export interface CardWords {
  readonly label: string
  readonly dismiss: string
  readonly more: string
}

interface Props {
  readonly text: string
  readonly lang: string
  readonly words: CardWords
  readonly hasLink: boolean
  /** How the brand dresses its cards. */
  readonly look: string
  readonly title: string
}

/**
 * An announcement in the shop's own look, at the foot of a page that is not there. It is the visitors' own card; nothing
 * in it can be pressed.
 */
export function AnnouncementPreview({ text, lang, words, hasLink, look, title }: Props) {
  return (
    <figure className={styles.preview}>
      <figcaption className="label">{title}</figcaption>
      <div className={`brand-stage ${styles.stage}`} data-look={look} inert>
        <AnnouncementCard text={text} lang={lang} label={words.label} dismissLabel={words.dismiss}>
          {hasLink && <a href="/">{words.more}</a>}
        </AnnouncementCard>
      </div>
    </figure>
  )
}
