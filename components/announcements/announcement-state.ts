import type { ClientData } from '#contracts/message.ts'
import type { Announcement } from '#contracts/storefront.ts'

type Told = Omit<ClientData<'promotional'>, 'stream' | 'at'>

/** What is shown after a message: what is new comes first, what was taken back or is over goes. */
export function withTold(shown: readonly Announcement[], told: Told, nowMs: number): Announcement[] {
  const { announcementId: id, text, language, translations, href, until, recalled } = told
  const others = shown.filter((one) => one.id !== id)
  if (recalled || isOver({ until }, nowMs)) return others
  const one = {
    ...{ id, text },
    ...(language !== undefined && { language }),
    ...(translations !== undefined && { translations }),
    ...(href !== undefined && { href }),
    ...(until !== undefined && { until }),
  }
  return [one, ...others]
}

/** An announcement as a page in a language says it; `lang` is set where those are words of another language. */
export function spokenIn(
  { text, language, translations }: Pick<Announcement, 'text' | 'language' | 'translations'>,
  locale: string,
): { readonly text: string; readonly lang?: string } {
  const own = translations?.[locale]
  if (own !== undefined) return { text: own }
  return language === undefined || language === locale ? { text } : { text, lang: language }
}

export const isOver = ({ until }: { readonly until?: string | undefined }, nowMs: number): boolean =>
  until !== undefined && Date.parse(until) <= nowMs

/** When the first of them is over, in milliseconds since 1970; null when none of them ends. */
export function firstEndMs(shown: readonly Announcement[]): number | null {
  const ends = shown.flatMap(({ until }) => (until === undefined ? [] : [Date.parse(until)]))
  return ends.length === 0 ? null : Math.min(...ends)
}
