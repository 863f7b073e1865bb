import type { Locale, ResellerConfig } from '#contracts/reseller-config.ts'
import { localesOf } from '#lib/language/languages.ts'
import type { ColourName } from './colour-pairs.ts'
import { type ListChange, listChanges } from './list-change.ts'
import { type SectionChange, type ShowNames, sectionChanges } from './section-changes.ts'
import { changedParts, type TranslatedPart } from './translated-parts.ts'
import { whatIsSaid } from './what-is-said.ts'

/** A part of a configuration that has one value, by the name under which texts call it. */
export type SettingName =
  | 'name'
  | 'locale'
  | 'currency'
  | 'timeZone'
  | 'scheme'
  | 'fontDisplay'
  | 'fontBody'
  | 'radius'
  | 'density'
  | 'style'
  | 'wordmark'
  | 'mark'
  | 'tagline'
  | 'description'
  | 'holdNotice'
  | 'footerText'
  | 'supportEmail'
  | 'supportPhone'
  | 'imprint'
  | 'privacy'
  | 'terms'
  | 'signature'

export type ListName = 'navigation' | 'footer'
export type SwitchName = 'soldBanner' | 'viewers' | 'orphanHint'

/** One thing that differs, as data; `review-words.ts` says it. Null is a text that is not there. */
export type Change =
  | { readonly of: 'colour'; readonly name: ColourName; readonly from: string; readonly to: string }
  | { readonly of: 'setting'; readonly name: SettingName; readonly from: string | null; readonly to: string | null }
  | { readonly of: 'switch'; readonly name: SwitchName; readonly on: boolean }
  | { readonly of: 'language'; readonly what: 'added' | 'removed'; readonly locale: Locale }
  /** The same languages in another order; which is first is a setting. */
  | { readonly of: 'languages' }
  /** Without parts: what changed is a field that is newer than this code. */
  | { readonly of: 'translation'; readonly locale: Locale; readonly parts: readonly TranslatedPart[] }
  | { readonly of: 'logo'; readonly what: 'added' | 'removed' | 'changed' }
  | { readonly of: 'host'; readonly what: 'added' | 'removed' | 'primary'; readonly host: string }
  | SectionChange
  | {
      readonly of: 'link'
      readonly list: ListName
      readonly what: ListChange<unknown>['what']
      readonly label: string
      readonly href: string
      readonly to: number
    }
  /** A field that this code does not know by name: a newer one than the code. */
  | { readonly of: 'other'; readonly path: string }

/**
 * What changed from one configuration to another, in the order of the editor. Empty: nothing.
 * @param names of the shows that both put forward, as far as they are known
 */
export function difference(before: ResellerConfig, after: ResellerConfig, names: ShowNames = new Map()): Change[] {
  const [was, now] = [settings(before), settings(after)]
  return [
    ...(Object.keys(was) as SettingName[]).flatMap((name): Change[] =>
      was[name] === now[name] ? [] : [{ of: 'setting', name, from: was[name] ?? null, to: now[name] ?? null }],
    ),
    ...(Object.keys(after.theme.colours) as ColourName[]).flatMap((name): Change[] => {
      const [from, to] = [before.theme.colours[name], after.theme.colours[name]]
      return from === to ? [] : [{ of: 'colour', name, from, to }]
    }),
    ...logoChanges(before.logo, after.logo),
    ...languageChanges(before, after),
    ...sectionChanges(before.home, after.home, names),
    ...linkChanges('navigation', before.navigation, after.navigation),
    ...linkChanges('footer', before.footer.links, after.footer.links),
    ...(['soldBanner', 'viewers'] as const).flatMap((name): Change[] =>
      before.live[name] === after.live[name] ? [] : [{ of: 'switch', name, on: after.live[name] }],
    ),
    ...(hintsAtOrphans(before) === hintsAtOrphans(after)
      ? []
      : [{ of: 'switch', name: 'orphanHint', on: hintsAtOrphans(after) } as const]),
    ...hostChanges(before.hosts, after.hosts),
    ...otherChanges(before, after),
  ]
}

function settings(config: ResellerConfig): Record<SettingName, string | undefined> {
  const { theme, logo, texts, support, legal, mail } = config
  return {
    name: config.name,
    locale: config.locale,
    currency: config.currency,
    timeZone: config.timeZone,
    style: theme.style,
    scheme: theme.scheme,
    fontDisplay: theme.fonts.display,
    fontBody: theme.fonts.body,
    radius: theme.radius,
    density: theme.density,
    wordmark: logo.wordmark,
    mark: logo.mark,
    tagline: texts.tagline,
    description: texts.description,
    holdNotice: texts.holdNotice,
    footerText: config.footer.text,
    supportEmail: support.email,
    supportPhone: support.phone,
    imprint: legal?.imprint,
    privacy: legal?.privacy,
    terms: legal?.terms,
    signature: mail?.signature,
  }
}

/** On unless it is switched off. */
const hintsAtOrphans = ({ seatMap }: ResellerConfig): boolean => seatMap?.orphanHint ?? true

function logoChanges(before: ResellerConfig['logo'], after: ResellerConfig['logo']): Change[] {
  if (before.picture?.id === after.picture?.id) return []
  return [{ of: 'logo', what: !before.picture ? 'added' : !after.picture ? 'removed' : 'changed' }]
}

function languageChanges(before: ResellerConfig, after: ResellerConfig): Change[] {
  const [was, now] = [localesOf(before), localesOf(after)]
  const gone = was.filter((locale) => !now.includes(locale))
  const come = now.filter((locale) => !was.includes(locale))
  const turned = was.filter((locale) => now.includes(locale)).join() !== now.filter((one) => was.includes(one)).join()
  const translated = [...new Set([...translatedIn(before), ...translatedIn(after)])]
  return [
    ...gone.map((locale) => ({ of: 'language', what: 'removed', locale }) as const),
    ...come.map((locale) => ({ of: 'language', what: 'added', locale }) as const),
    ...(turned && before.locale === after.locale ? [{ of: 'languages' } as const] : []),
    ...translated.flatMap((locale): Change[] => {
      const [said, says] = [before.translations?.[locale], after.translations?.[locale]]
      if (whatIsSaid(said) === whatIsSaid(says)) return []
      return [{ of: 'translation', locale, parts: changedParts(said ?? {}, says ?? {}) }]
    }),
  ]
}

const translatedIn = ({ translations }: ResellerConfig) => Object.keys(translations ?? {}) as Locale[]

type Link = ResellerConfig['navigation'][number]

function linkChanges(list: ListName, before: readonly Link[], after: readonly Link[]): Change[] {
  const likeness = [(link: Link) => JSON.stringify(link), ({ href }: Link) => href, ({ label }: Link) => label]
  return listChanges(before, after, likeness).map((change) => {
    const { label, href } = change.what === 'removed' ? change.was : change.now
    return { of: 'link', list, what: change.what, label, href, to: 'to' in change ? change.to : 0 }
  })
}

function hostChanges(before: readonly string[], after: readonly string[]): Change[] {
  const change = (what: 'added' | 'removed', hosts: readonly string[]) =>
    hosts.map((host): Change => ({ of: 'host', what, host }))
  const [primary] = after
  return [
    ...change(
      'removed',
      before.filter((host) => !after.includes(host)),
    ),
    ...change(
      'added',
      after.filter((host) => !before.includes(host)),
    ),
    ...(primary !== undefined && primary !== before[0]
      ? [{ of: 'host', what: 'primary', host: primary } as const]
      : []),
  ]
}

/** Fields that are told by name above. What a contract grows beside them is at least noticed. */
const TOLD: Readonly<Record<string, true | readonly string[]>> = {
  name: true,
  hosts: true,
  locale: true,
  locales: true,
  translations: true,
  currency: true,
  timeZone: true,
  theme: ['scheme', 'colours', 'fonts', 'radius', 'density', 'style'],
  logo: ['wordmark', 'mark', 'picture'],
  texts: ['tagline', 'description', 'holdNotice'],
  home: true,
  navigation: true,
  footer: ['text', 'links'],
  support: ['email', 'phone'],
  live: ['soldBanner', 'viewers'],
  seatMap: ['orphanHint'],
  legal: ['imprint', 'privacy', 'terms'],
  mail: ['signature'],
}

function otherChanges(before: object, after: object): Change[] {
  return pathsOf(before, after).flatMap(([first, second]): Change[] => {
    const told = TOLD[first]
    if (told === true || (told && (second === undefined || told.includes(second)))) return []
    const [was, now] = [valueAt(before, first, second), valueAt(after, first, second)]
    const path = second === undefined ? first : `${first}.${second}`
    return JSON.stringify(was) === JSON.stringify(now) ? [] : [{ of: 'other', path }]
  })
}

/** Every top-level field, and every field of those that are partly told. */
function pathsOf(before: object, after: object): (readonly [string, string?])[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return fields.flatMap((field): (readonly [string, string?])[] => {
    if (!Array.isArray(TOLD[field])) return [[field]]
    const inner = [before, after].flatMap((config) => Object.keys(valueAt(config, field) ?? {}))
    return [...new Set(inner)].map((name) => [field, name] as const)
  })
}

function valueAt(config: object, first: string, second?: string): object | undefined {
  const value = (config as Record<string, Record<string, object> | undefined>)[first]
  return second === undefined ? value : value?.[second]
}
