import { StaleLine } from '#components/problem/stale-line.tsx'
import { Programme } from '#components/programme/programme.tsx'
import type { ProgrammePage } from '#components/programme/programme-page.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { UploadedImage } from '#components/ui/uploaded-image.tsx'
import type { HomeSection } from '#contracts/reseller-config.ts'
import type { ShowSummary } from '#contracts/show.ts'
import { langOfWords } from '#lib/language/lang-of.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { Hero } from './hero.tsx'
import styles from './home.module.css'
import { Section } from './section.tsx'

interface Props {
  readonly site: Site
  /** The next shows; null when core cannot be reached. */
  readonly programme: ProgrammePage | null
  /** Per section of the home page, the shows it features. */
  readonly featured: readonly (readonly ShowSummary[])[]
}

/** The home page, section by section as the reseller arranged it. */
export function Home(props: Props) {
  const lead = leadOf(props.programme?.items ?? [], props.featured)
  return props.site.config.home.map((section, index) => (
    <HomePart
      // biome-ignore lint/suspicious/noArrayIndexKey: sections have no ids and never move on a rendered page
      key={index}
      {...props}
      section={section}
      lead={lead}
      shows={withoutLead(props.featured[index] ?? [], lead)}
    />
  ))
}

interface PartProps extends Props {
  readonly section: HomeSection
  readonly lead: ShowSummary | null
  readonly shows: readonly ShowSummary[]
}

function HomePart({ section, lead, shows, ...props }: PartProps) {
  switch (section.type) {
    case 'hero':
      return <Hero site={props.site} section={section} lead={lead} />
    case 'featured':
      return <Featured site={props.site} section={section} shows={shows} />
    case 'upcoming':
      return <Upcoming {...props} section={section} />
    case 'text':
      return (
        <Section title={section.title} lang={langOfWords(props.site, section.title)}>
          <div className={section.picture ? styles.pictured : undefined}>
            <p className={styles.prose} lang={langOfWords(props.site, section.text)}>
              {section.text}
            </p>
            {section.picture && (
              <UploadedImage
                picture={section.picture}
                sizes="(min-width: 60rem) 36rem, 100vw"
                lang={langOfWords(props.site, section.picture.alt)}
                className={styles.picture ?? ''}
              />
            )}
          </div>
        </Section>
      )
  }
}

type SectionOf<T extends HomeSection['type']> = Extract<HomeSection, { type: T }>

function Featured({
  site,
  section,
  shows,
}: {
  readonly site: Site
  readonly section: SectionOf<'featured'>
  readonly shows: readonly ShowSummary[]
}) {
  if (shows.length === 0) return null
  return (
    <Section title={section.title} lang={langOfWords(site, section.title)}>
      <Programme site={site} shows={shows} featured />
    </Section>
  )
}

function Upcoming({
  site,
  section,
  programme,
}: Pick<Props, 'site' | 'programme'> & { section: SectionOf<'upcoming'> }) {
  const t = translator(site.config.locale, 'home')
  return (
    <Section title={section.title} lang={langOfWords(site, section.title)}>
      {programme === null && <Notice tone="warning" title={t('unreachableTitle')} text={t('unreachableText')} />}
      {programme?.items.length === 0 && (
        <Notice title={t('emptyTitle')} text={t('emptyText', { email: site.config.support.email })} />
      )}
      <StaleLine site={site} since={programme?.staleSince ?? null} />
      {programme !== null && <Programme site={site} shows={programme.items} />}
      {programme?.nextCursor != null && (
        <p className={styles.more}>
          <ButtonLink href={`/shows?cursor=${encodeURIComponent(programme.nextCursor)}`} kind="quiet" size="large">
            {t('more')}
          </ButtonLink>
        </p>
      )}
    </Section>
  )
}

/** The next show that one can still buy for; failing that, whatever the reseller puts forward. */
function leadOf(upcoming: readonly ShowSummary[], featured: Props['featured']): ShowSummary | null {
  const candidates = [...upcoming, ...featured.flat()].filter((show) => show.status === 'scheduled')
  return candidates.find((show) => show.stock !== 'sold_out') ?? candidates[0] ?? null
}

/** The show in the window need not stand right below it again, unless it is all there is. */
function withoutLead(shows: readonly ShowSummary[], lead: ShowSummary | null): readonly ShowSummary[] {
  const others = shows.filter((show) => show.id !== lead?.id)
  return others.length > 0 ? others : shows
}
