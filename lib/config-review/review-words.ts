import type { Locale } from '#contracts/reseller-config.ts'
import type { Theme } from '#contracts/theme.ts'
import { languageName } from '#lib/language/language-name.ts'
import { isolated } from '#lib/text/isolated.ts'
import type { Translator } from '#lib/text/translator.ts'
import type { Gap } from './completeness.ts'
import type { ContrastFault } from './contrast-report.ts'
import type { Change, SettingName } from './difference.ts'
import type { TranslatedPart } from './translated-parts.ts'

/*
 * Reports and differences as sentences, in the reader's language; on the server and in the browser alike.
 */

type Words = Translator<'review'>

/** Longer texts are told by their beginning. */
const QUOTED = 60

export function changeWords(t: Words, change: Change): string {
  switch (change.of) {
    case 'colour':
      return t('changed', { name: t(`colour_${change.name}`), from: change.from, to: change.to })
    case 'setting':
      return settingWords(t, change)
    case 'switch':
      return t(change.on ? 'switchedOn' : 'switchedOff', { name: t(`switch_${change.name}`) })
    case 'language':
      return t(`language${capital(change.what)}`, { name: languageName(change.locale) })
    case 'languages':
      return t('languageMoved')
    case 'translation':
      return translationWords(t, change)
    case 'logo':
      return t(`logo${capital(change.what)}`)
    case 'host':
      return t(`host${capital(change.what)}`, { host: change.host })
    case 'section': {
      const values = { title: quoted(change.title), type: t(`section_${change.type}`), to: change.to }
      return t(`section${capital(change.what)}`, values)
    }
    case 'sectionText':
      return textWords(t, sectionPartName(t, change), change)
    case 'sectionPicture': {
      const name = t('part_picture', { title: quoted(change.title), place: String(change.place) })
      return t(PICTURE_KEYS[change.what], { name })
    }
    case 'sectionShows':
      return showsWords(t, change)
    case 'link': {
      const { what, label, href, to } = change
      return t(`link${capital(what)}`, { list: t(`list_${change.list}`), label, href, to })
    }
    case 'other':
      return t('otherChanged', { path: change.path })
  }
}

const settingWords = (t: Words, { name, from, to }: Extract<Change, { of: 'setting' }>): string =>
  textWords(t, t(`name_${name}`), { from: valueWords(t, name, from), to: valueWords(t, name, to) })

/** A value of a closed list as the editor's lists call it; all others are words already. */
function valueWords(t: Words, name: SettingName, value: string | null): string | null {
  if (value === null) return null
  switch (name) {
    case 'locale':
      return languageName(value as Locale)
    case 'style':
    case 'scheme':
    case 'radius':
    case 'density':
    case 'mark':
      return t(`${name}_${value}` as `style_${Theme['style']}`)
    default:
      return value
  }
}

/** A text that came, went or says something else. */
function textWords(
  t: Words,
  name: string,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): string {
  if (to === null) return t('removedText', { name })
  if (from === null) return t('addedText', { name, to: quoted(to) })
  const pair = quotedPair(from, to)
  // Lines that break elsewhere read the same on one line.
  return pair.from === pair.to ? t('changedPart', { name }) : t('changedText', { name, ...pair })
}

/** A section whose title changed is told by its place: it has two names. */
function sectionPartName(t: Words, change: Extract<Change, { of: 'sectionText' }>): string {
  const { part, title, type, place } = change
  if (part === 'title') return t('part_title', { place: String(place), type: t(`section_${type}`) })
  return t(`part_${part}`, { title: quoted(title), place: String(place) })
}

const PICTURE_KEYS = { added: 'addedPart', removed: 'removedText', changed: 'changedPart' } as const

function showsWords(t: Words, change: Extract<Change, { of: 'sectionShows' }>): string {
  const section = { title: quoted(change.title), place: String(change.place) }
  if (change.what === 'moved') return t('showsMoved', section)
  const { named, unnamed } = change
  const rest = unnamed === 0 ? [] : [t(named.length === 0 ? 'showsUnnamed' : 'showsUnnamedToo', { count: unnamed })]
  const parts = [...named.map(isolated), ...rest].join(t('separator'))
  return t(change.what === 'added' ? 'showsAdded' : 'showsRemoved', { ...section, parts })
}

function translationWords(t: Words, { locale, parts }: Extract<Change, { of: 'translation' }>): string {
  const name = languageName(locale)
  if (parts.length === 0) return t('translationChanged', { name })
  return t('translationChangedIn', { name, parts: partNames(t, parts) })
}

const partNames = (t: Words, parts: readonly TranslatedPart[]): string =>
  parts.map((part) => t(`name_${part}`)).join(t('separator'))

/** What is wrong with two colours, and what to do about it. */
export function faultWords(t: Words, fault: ContrastFault): string {
  const { use, front, ground, ratio, needs } = fault
  const what = t('fault', {
    ...{ use: t(`use_${use}`), front: t(`colour_${front}`), ground: t(`colour_${ground}`) },
    ...{ ratio: ratio.toFixed(2), needs: String(needs) },
  })
  return `${what} ${mendWords(t, fault)}`
}

export function mendWords(t: Words, { mend }: ContrastFault): string {
  if (mend === null) return t('mend_none')
  return t(`mend_${mend.way}`, { token: t(`colour_${mend.token}`), colour: mend.colour })
}

export function gapWords(t: Words, gap: Gap): string {
  switch (gap.what) {
    case 'deadLink':
      return t('gap_deadLink', { list: t(`list_${gap.place}`), label: gap.label, href: gap.href })
    case 'unknownShow':
      return t('gap_unknownShow', { section: gap.section, id: gap.showId })
    case 'nothingFeatured':
      return t('gap_nothingFeatured', { section: gap.section })
    case 'noLegal':
      return t('gap_noLegal', { name: t(`name_${gap.page}`) })
    case 'untranslated': {
      const { locale, count, parts } = gap
      return t('gap_untranslated', { name: languageName(locale), count, parts: partNames(t, parts) })
    }
    case 'emptySection':
      return t('gap_emptySection', { number: gap.at })
    case 'faintLogo': {
      const { percent, ground, groundColour } = gap
      const values = { number: percent, ground: t(`colour_${ground}`), colour: groundColour }
      return t(`gap_faintLogo_${gap.way}`, values)
    }
    case 'missingPicture':
      return gap.section === null ? t('gap_missingLogo') : t('gap_missingPicture', { section: gap.section })
    case 'longWordmark':
    case 'longNavigation':
    case 'longTitle':
      return t(`gap_${gap.what}`, { length: gap.length, limit: gap.limit })
    default:
      return t(`gap_${gap.what}`)
  }
}

const capital = <T extends string>(word: T) => `${word[0]?.toUpperCase()}${word.slice(1)}` as Capitalize<T>

const quoted = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > QUOTED ? `${line.slice(0, QUOTED - 1).trimEnd()}…` : line
}

/** Two long texts that begin alike are told from where they part, or they would read the same. */
function quotedPair(from: string, to: string): { readonly from: string; readonly to: string } {
  if (Math.max(from.length, to.length) <= QUOTED) return { from: quoted(from), to: quoted(to) }
  let same = 0
  while (same < from.length && from[same] === to[same]) same++
  const start = Math.max(0, same - 15)
  const part = (text: string) => (start > 0 ? `…${quoted(text.slice(start))}` : quoted(text))
  return { from: part(from), to: part(to) }
}
