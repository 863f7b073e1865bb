import type { ConfigFault } from '#contracts/config-refusal.ts'
import type { Locale } from '#contracts/reseller-config.ts'
import { languageName } from '#lib/language/language-name.ts'
import type { Translator } from '#lib/text/translator.ts'
import type { ColourName } from './colour-pairs.ts'
import type { FieldFault } from './config-fault.ts'
import type { SettingName } from './difference.ts'

/*
 * What is wrong with a field, and how the field is called, in the reader's language; on the server and in the browser alike.
 */

type Words = Translator<'review'>

/** A field as our own problem documents name it, the message in the reader's language. */
export interface RefusedField {
  readonly path: string
  readonly message: string
}

export function configFaultWords(t: Words, fault: ConfigFault): string {
  return fault.of === 'tooLong' ? t('wrong_tooLong', { limit: fault.limit }) : t(`wrong_${fault.of}`)
}

/** In the reader's words where we have some for it, and otherwise as the schema says it. */
export function fieldFaultWords(t: Words, { fault, said }: Omit<FieldFault, 'path'>): string {
  return fault.of === 'other' ? t('wrong_said', { reason: said }) : configFaultWords(t, fault)
}

/** “Tagline: …”. */
export function refusedFieldWords(t: Words, { path, message }: RefusedField): string {
  return t('wrongAt', { name: fieldName(t, path), reason: message })
}

/** The same of a field whose fault is known. */
export const fieldWords = (t: Words, { path, ...field }: FieldFault): string =>
  refusedFieldWords(t, { path, message: fieldFaultWords(t, field) })

type Named = SettingName | 'home' | 'navigation' | 'footerLinks'

const NAMED: Readonly<Record<string, Named>> = {
  ...{ name: 'name', locale: 'locale', currency: 'currency', timeZone: 'timeZone' },
  ...{ 'theme.style': 'style', 'theme.scheme': 'scheme', 'theme.radius': 'radius', 'theme.density': 'density' },
  ...{ 'theme.fonts.display': 'fontDisplay', 'theme.fonts.body': 'fontBody' },
  ...{ 'logo.wordmark': 'wordmark', 'logo.mark': 'mark' },
  ...{ 'texts.tagline': 'tagline', 'texts.description': 'description', 'texts.holdNotice': 'holdNotice' },
  ...{ 'support.email': 'supportEmail', 'support.phone': 'supportPhone', 'mail.signature': 'signature' },
  ...{ 'legal.imprint': 'imprint', 'legal.privacy': 'privacy', 'legal.terms': 'terms' },
  ...{ home: 'home', navigation: 'navigation', 'footer.text': 'footerText', 'footer.links': 'footerLinks' },
}

/** How the editor calls the field of a path, `home.2.title`; a path that nobody knows is quoted. */
export function fieldName(t: Words, path: string): string {
  const named = Object.hasOwn(NAMED, path) ? NAMED[path] : undefined
  if (named !== undefined) return t(`name_${named}`)
  const [first, second, third, last] = path.split('.')
  if (first === 'theme' && second === 'colours' && t.has(`colour_${third}` as `colour_${ColourName}`))
    return t(`colour_${third}` as `colour_${ColourName}`)
  if (first === 'hosts') return t('field_hosts')
  if (first === 'home') return sectionField(t, Number(second) + 1, third, last)
  if (first === 'navigation') return linkField(t, 'navigation', second)
  if (first === 'footer' && second === 'links') return linkField(t, 'footer', third)
  if (first === 'translations' && second !== undefined && /^[a-z]{2}-[A-Z]{2}$/.test(second))
    return t('field_translation', { name: languageName(second as Locale) ?? second })
  return t('field_other', { path })
}

function sectionField(t: Words, place: number, field: string | undefined, last: string | undefined): string {
  if (field === 'title' || field === 'text' || field === 'showIds') return t(`field_${field}`, { place: String(place) })
  return t(last === 'alt' ? 'field_alt' : 'field_section', { place: String(place) })
}

const linkField = (t: Words, list: 'navigation' | 'footer', at: string | undefined): string =>
  t('field_link', { list: t(`list_${list}`), place: String(Number(at) + 1) })
