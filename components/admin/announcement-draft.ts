import { ANNOUNCEMENT_LIMIT } from '#contracts/announcement-limit.ts'
import type { Problem } from '#contracts/problem.ts'
import { instantIn } from '#lib/format/zoned-time.ts'

/** What stands in the form. Moments are readings of the shop's clocks, `2026-12-05T19:30`, and empty where there is none. */
export interface AnnouncementFields {
  /** By language; the first one is needed, the others are not. */
  readonly texts: Readonly<Record<string, string>>
  readonly href: string
  readonly startsAt: string
  readonly until: string
}

/** `text` or `text de-DE` for another language. */
export type FaultyField = 'text' | `text ${string}` | 'href' | 'startsAt' | 'until'

export const emptyFields: AnnouncementFields = { texts: {}, href: '', startsAt: '', until: '' }

/** What is sent of a form. `text` is in the first language, moments are instants; without them it is at once, and until it is recalled. */
export interface NewAnnouncement {
  readonly text: string
  readonly translations?: Readonly<Record<string, string>>
  readonly href?: string
  readonly startsAt?: string
  readonly until?: string
}

/** What is sent of a form; empty fields are left out. @param languages those of the shop, the first one first */
export function announcementOf(
  { texts, href, startsAt, until }: AnnouncementFields,
  languages: readonly string[],
  timeZone: string,
): NewAnnouncement {
  const [first = '', ...others] = languages
  const translations = others.flatMap((language) => {
    const text = texts[language]?.trim()
    return text ? [[language, text] as const] : []
  })
  return {
    text: texts[first]?.trim() ?? '',
    ...(translations.length > 0 && { translations: Object.fromEntries(translations) }),
    ...(href.trim() !== '' && { href: href.trim() }),
    ...(startsAt !== '' && { startsAt: instantOf(startsAt, timeZone) }),
    ...(until !== '' && { until: instantOf(until, timeZone) }),
  }
}

/** Of a site, as the server has it. */
const SITE_PATH = /^\/(?![/\\])[^\s\\]*$/

/**
 * What the server would refuse, in the order of the form, so that nobody is asked about what cannot be announced. Whether
 * an end is over already is the server's to say: the clocks of whoever writes may be wrong.
 */
export function faultsIn({ text, translations = {}, href, startsAt, until }: NewAnnouncement): FaultyField[] {
  const wrong: Readonly<Record<string, boolean>> = {
    text: text === '' || text.length > ANNOUNCEMENT_LIMIT,
    ...Object.fromEntries(
      Object.entries(translations).map(([locale, said]) => [
        `translations.${locale}`,
        said.length > ANNOUNCEMENT_LIMIT,
      ]),
    ),
    href: href !== undefined && !SITE_PATH.test(href),
    until: startsAt !== undefined && until !== undefined && Date.parse(until) <= Date.parse(startsAt),
  }
  return inOrder(Object.keys(wrong).filter((path) => wrong[path]))
}

/** What is taken over of an announcement that was made: its words and its link. Its moments were that one's. */
export const fieldsAgain = ({
  texts,
  href,
}: {
  readonly texts: readonly { readonly locale: string; readonly text: string }[]
  readonly href: string | null
}): Pick<AnnouncementFields, 'texts' | 'href'> => ({
  texts: Object.fromEntries(texts.map(({ locale, text }) => [locale, text])),
  href: href ?? '',
})

/** The fields that the server found wrong, in the order of the form. */
export const faultsOf = (problem: Problem | null): FaultyField[] =>
  inOrder((problem?.fields ?? []).map(({ path }) => path))

function inOrder(paths: readonly string[]): FaultyField[] {
  const translated = paths.flatMap((path): FaultyField[] => {
    const language = /^translations\.(.+)$/.exec(path)?.[1]
    return language === undefined ? [] : [`text ${language}`]
  })
  const known = (['text', 'startsAt', 'until', 'href'] as const).filter((field) => paths.includes(field))
  return [...known.filter((field) => field === 'text'), ...translated, ...known.filter((field) => field !== 'text')]
}

/** A minute of the shop's clocks as an instant; in spring one that is skipped becomes the one an hour later. */
function instantOf(reading: string, timeZone: string): string {
  const [date = '', time = ''] = reading.split('T')
  return instantIn(timeZone, { date, time: time.slice(0, 5) }).toISOString()
}
