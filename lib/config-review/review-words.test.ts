import { expect, it } from 'vitest'
import { exampleConfig } from '#dev/test/example-config.ts'
import { translator } from '#lib/text/translator.ts'
import { contrastFaults } from './contrast-report.ts'
import { difference } from './difference.ts'
import { changeWords, faultWords, gapWords } from './review-words.ts'

const t = translator('en-GB', 'review')
const before = exampleConfig()

it('says what changed', () => {
  const after = structuredClone(before)
  after.theme.colours.primary = '#1e88e5'
  after.texts.tagline = 'Fly higher'
  after.home.push({ type: 'text', title: 'About us', text: 'x' })
  after.live.viewers = false
  expect(difference(before, after).map((change) => changeWords(t, change))).toEqual([
    'Tagline changed from “Tickets” to “Fly higher”',
    'Primary colour changed from #1a3a8f to #1e88e5',
    'Section “About us” (text) added',
    'Number of people viewing switched off',
  ])
})

it('says what changed in a translation', () => {
  const after = exampleConfig({
    translations: {
      'de-DE': { legal: { terms: 'Anständig' }, mail: { signature: 'Ihre' }, home: [{ title: 'Bald' }] },
    },
  })
  const said = (to: typeof after) => difference(before, to).map((change) => changeWords(t, change))
  expect(said(after)).toEqual([
    'Translation into Deutsch changed: Terms and conditions, Signature of mails, Sections of the home page',
  ])
  const newer = exampleConfig({ translations: { 'de-DE': { mascots: ['Eule'] } as object } })
  expect(said(newer)).toEqual(['Translation into Deutsch changed'])
})

it('says what changed within a section, and shortens it as it does all texts', () => {
  const long = 'The same beginning of a long text that goes on and on until it ends '
  const [was, now] = [exampleConfig(), exampleConfig()]
  const picture = { id: 'a'.repeat(64), width: 100, height: 50, alt: '' }
  was.home = [
    { type: 'text', title: 'Welcome', text: `${long}here.`, picture },
    { type: 'featured', title: 'Season', showIds: ['a', 'b'] },
  ]
  now.home = [
    { type: 'text', title: 'Hello', text: `${long}there.`, picture: { ...picture, alt: 'A stage' } },
    { type: 'featured', title: 'Season', showIds: ['b', 'c', 'd'] },
  ]
  const names = new Map([['c', 'Night Train · Sat 5 Dec, 19:30']])
  expect(difference(was, now, names).map((change) => changeWords(t, change))).toEqual([
    'Title of section 1 (text) changed from “Welcome” to “Hello”',
    'Text of section 1 “Hello” changed from “… until it ends here.” to “… until it ends there.”',
    'Description of the picture in section 1 “Hello” added: “A stage”',
    'Section 2 “Season” no longer shows: 1 show',
    'Section 2 “Season” shows in addition: Night Train · Sat 5 Dec, 19:30, 1 more',
  ])
  const said = (to: typeof now) => difference(now, to).map((change) => changeWords(t, change))
  const silent = structuredClone(now)
  silent.home[0] = { type: 'text', title: 'Hello', text: `${long}there.` }
  silent.home[1] = { type: 'featured', title: 'Season', showIds: ['c', 'b', 'd'] }
  expect(said(silent)).toEqual(['Picture of section 1 “Hello” removed', 'Section 2 “Season”: shows in another order'])
})

it('says values of closed lists in the words of the editor, in the language of the page', () => {
  const after = structuredClone(before)
  Object.assign(after.theme, { style: 'playful', scheme: 'dark', radius: 'large', density: 'comfortable' })
  Object.assign(before.theme, { style: 'poster', scheme: 'light', radius: 'small', density: 'compact' })
  Object.assign(after, { locale: 'de-DE', logo: { ...after.logo, mark: 'moon' } })
  Object.assign(before.logo, { mark: 'none' })
  const said = (words: typeof t) => difference(before, after).map((change) => changeWords(words, change))
  expect(said(translator('es-ES', 'review'))).toEqual([
    'Idioma: antes «English (UK)», ahora «Deutsch»',
    'Estilo: antes «Cartel», ahora «Juguetón»',
    'Claro u oscuro: antes «Claro», ahora «Oscuro»',
    'Esquinas redondeadas: antes «Pequeñas», ahora «Grandes»',
    'Espaciado: antes «Compacto», ahora «Amplio»',
    'Símbolo: antes «Ninguno», ahora «Luna»',
    expect.any(String),
    expect.any(String),
  ])
})

it('tells long texts from where they part', () => {
  const long = 'The same beginning of a long text that goes on and on until it ends '
  const [was, now] = [exampleConfig(), exampleConfig()]
  was.footer.text = `${long}here.`
  now.footer.text = `${long}there.`
  expect(difference(was, now).map((change) => changeWords(t, change))).toEqual([
    'Text in the footer changed from “… until it ends here.” to “… until it ends there.”',
  ])
})

it('says what cannot be read, and the way out', () => {
  const { theme } = before
  const [fault] = contrastFaults({ ...theme, colours: { ...theme.colours, mutedText: '#909090' } })
  expect(fault && faultWords(t, fault)).toBe(
    'Quiet text: Quiet text on Cards has a contrast of 2.90 and needs 4.5. Darken “Quiet text” to #6f6f6f.',
  )
})

it('says what is missing', () => {
  expect(gapWords(t, { kind: 'gap', what: 'noLegal', page: 'terms' })).toBe('Terms and conditions is missing.')
  expect(gapWords(t, { kind: 'gap', what: 'deadLink', place: 'footer', label: 'Us', href: '/us' })).toBe(
    'Footer: “Us” leads nowhere on this site (/us).',
  )
  const untranslated = { kind: 'gap', what: 'untranslated', locale: 'de-DE' } as const
  expect(gapWords(t, { ...untranslated, count: 1, parts: ['imprint'] })).toBe(
    'Deutsch: 1 text is not translated yet (Imprint).',
  )
  const ja = translator('ja-JP', 'review')
  expect(gapWords(ja, { ...untranslated, count: 12, parts: ['privacy', 'signature', 'footerLinks'] })).toBe(
    'Deutsch：12件の文章が未翻訳です（プライバシーポリシー、メールの署名、フッターのリンク）。',
  )
})
