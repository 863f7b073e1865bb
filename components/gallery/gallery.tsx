import { Artwork } from '#components/ui/artwork.tsx'
import { Below } from '#components/ui/below.tsx'
import type { Show } from '#contracts/show.ts'
import { langOfShow } from '#lib/language/lang-of.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import styles from './gallery.module.css'
import { GalleryStrip } from './gallery-strip.tsx'

/**
 * More pictures of a show: one large, the others small below it. A strip that snaps, so a finger needs no script; each
 * frame has its shape before its picture comes, so nothing moves.
 */
export function Gallery({ site, show }: { readonly site: Site; readonly show: Show }) {
  const images = show.images ?? []
  if (images.length === 0) return null
  const t = translator(site.config.locale, 'gallery')
  const lang = langOfShow(site, show)
  const count = images.length
  return (
    <Below className={`frame ${styles.gallery}`} aria-labelledby="gallery">
      <h2 id="gallery">{t('title')}</h2>
      <GalleryStrip
        label={t('strip')}
        slides={images.map((image) => (
          <div key={image.key} lang={lang}>
            <Artwork artwork={image} sizes="(min-width: 60rem) 56rem, 100vw" />
          </div>
        ))}
        thumbs={images.map((image, index) => ({
          label: t('show', { number: index + 1, count, title: image.alt }),
          picture: <Artwork key={image.key} artwork={image} sizes="8rem" decorative />,
        }))}
      />
    </Below>
  )
}
