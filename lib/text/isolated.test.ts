import compile from 'icu-minify/compile'
import { describe, expect, it } from 'vitest'
import formatInBrowser from './format-in-browser.ts'
import formatMessage from './format-message.ts'
import { isolated, isolatedValues, listed } from './isolated.ts'
import { translator } from './translator.ts'

const fenced = (text: string) => `\u2068${text}\u2069`

describe('isolated', () => {
  it.each(['Night of the Kites', 'Élan 7', '雪の夜、二人', '12:30', '', 'Ночь · 3'])('leaves “%s” as it is', (text) => {
    expect(isolated(text)).toBe(text)
  })
  it.each([
    ['Hebrew', 'לילה לבן!'],
    ['Arabic', 'ليلة ٧'],
    ['Persian', 'شب یلدا'],
    ['Syriac', 'ܫܠܡܐ'],
    ['N’Ko', 'ߒߞߏ'],
    ['Arabic forms', 'ﷺ'],
    ['Adlam', '𞤀𞤁'],
    ['one such word among others', 'Live: שלום'],
    ['a sign that turns what follows', 'gnp.exe\u202e'],
  ])('fences %s', (_, text) => {
    expect(isolated(text)).toBe(fenced(text))
  })
  it('fences once', () => {
    expect(isolated(isolated('שלום'))).toBe(fenced('שלום'))
  })
  it.each([
    ['closes one that it did not open', 'Dana\u2069\u202e', fenced('Dana\u202e')],
    ['leaves one open', '\u2068abc\u2068def\u2069', fenced('abc\u2068def\u2069')],
    ['leaves one of another kind open', 'a\u2067b', fenced('a\u2067b\u2069')],
    ['has two in a row', `${fenced('a')}${fenced('ב')}`, fenced(`${fenced('a')}${fenced('ב')}`)],
  ])('lets nothing out of a name that %s, and fences it once', (_, name, expected) => {
    expect(isolated(name)).toBe(expected)
    expect(isolated(isolated(name))).toBe(expected)
  })
  it('fences a sentence that has a fence in it, for the sentence around it', () => {
    expect(isolated(`2 × ${fenced('שלום')} · ${fenced('סתיו')}`)).toBe(
      fenced(`2 × ${fenced('שלום')} · ${fenced('סתיו')}`),
    )
  })
})

it('isolates texts among values, and nothing else', () => {
  const values = { title: 'Kites', count: 3, bold: String }
  expect(isolatedValues(values)).toEqual(values)
  expect(isolatedValues({ ...values, title: 'שלום' })).toEqual({ ...values, title: fenced('שלום') })
})

it('lists what there is', () => {
  expect(listed(['Stalls', '', null, undefined, 'C12'])).toBe('Stalls · C12')
  expect(listed(['אולם', 'C12'], ', ')).toBe(`${fenced('אולם')}, C12`)
})

describe('a name in a sentence', () => {
  const values = { tier: 'יציע', count: 3 }
  const text = '{count, plural, one {# ticket “{tier}”} other {# tickets “{tier}”}}'
  const said = `3 tickets “${fenced('יציע')}”`
  const formatters = {
    getPluralRules: (...given: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...given),
    getNumberFormat: (...given: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...given),
  }
  const options = { locale: 'en', formatters, cache: {} } as never

  it('is isolated where Next renders', () => {
    expect(formatMessage('key', text, values, options)).toBe(said)
  })
  it('is isolated in the browser', () => {
    expect(formatInBrowser('key', compile(text), values, options)).toBe(said)
  })
  it('is isolated in mails', () => {
    expect(translator('en-GB', 'mail')('tomorrowSubject', { title: 'שלום!' })).toBe(`Coming up: ${fenced('שלום!')}`)
  })
})
