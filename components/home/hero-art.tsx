import { Artwork } from '#components/ui/artwork.tsx'
import { FramedPicture } from '#components/ui/framed-picture.tsx'
import type { HeroProps } from './hero-props.ts'

interface Props extends Pick<HeroProps, 'section' | 'lead' | 'langOf'> {
  readonly sizes: string
  readonly className?: string | undefined
}

/** What fills a hero: the reseller's own picture, or that of the show in the window; nothing where there is neither. */
export function HeroArt({ section: { picture }, lead, langOf, sizes, className }: Props) {
  const place = { sizes, first: true, ...(className !== undefined && { className }) }
  if (picture) return <FramedPicture picture={picture} lang={langOf(picture.alt)} {...place} />
  return lead && <Artwork artwork={lead.artwork} decorative {...place} />
}
