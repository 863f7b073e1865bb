import { describe, expect, it } from 'vitest'
import type { ResellerConfig } from '#contracts/reseller-config.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { type Change, difference } from './difference.ts'
import { listChanges } from './list-change.ts'

const picture = { id: 'a'.repeat(64), width: 100, height: 50 }
const season = { type: 'featured', title: 'The season', place: 2 } as const

const before = exampleConfig({
  home: [
    { type: 'hero', title: 'Nights out' },
    { type: 'featured', title: 'The season', showIds: ['a', 'b'] },
    { type: 'upcoming', title: 'Upcoming' },
    { type: 'text', title: 'About us', text: 'We sell tickets.', picture: { ...picture, alt: 'A desk' } },
  ],
  navigation: [
    { label: 'All', href: '/shows' },
    { label: 'Dance', href: '/shows?category=dance' },
  ],
  texts: { tagline: 'Tickets', description: 'An example', holdNotice: 'Take your time' },
  support: { email: 'help@example.com', phone: '+44 20' },
  legal: { imprint: 'Us', privacy: 'Little', terms: 'Fair' },
  mail: { signature: 'Yours' },
  footer: { text: 'Foot', links: [{ label: 'Write', href: 'mailto:a@example.com' }] },
  translations: {
    'es-ES': {
      texts: { tagline: 'Entradas', description: 'Un ejemplo', holdNotice: 'Con calma' },
      home: [{ title: 'Noches' }, { title: 'La temporada' }, null, { title: 'Nosotros', text: 'Vendemos.' }],
      navigation: ['Todo', null],
      footer: { text: 'Pie', links: ['Escribir'] },
      legal: { imprint: 'Nos', privacy: 'Poca' },
      mail: { signature: 'Suyos' },
    },
  },
})

const names = new Map([
  ['a', 'Night Train'],
  ['c', 'Swan Lake'],
])

const changed = (change: (config: ResellerConfig) => unknown): Change[] => {
  const after = structuredClone(before)
  change(after)
  return difference(before, after, names)
}

/** Every value in a configuration, by its path. */
function leavesOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name]))
}

function changeLeaf(config: object, path: readonly string[]): void {
  const parent = path.slice(0, -1).reduce<Record<string, never>>((at, name) => at[name] as never, config as never)
  const name = path.at(-1) as string
  const value: unknown = parent[name]
  Object.assign(parent, {
    [name]: typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : `${value}x`,
  })
}

describe('the difference of two versions', () => {
  it('is nothing between equal ones', () => {
    expect(difference(before, structuredClone(before))).toEqual([])
  })

  it.each(leavesOf(before).map((path) => [path.join('.'), path] as const))('tells of a change of %s', (_, path) => {
    expect(changed((config) => changeLeaf(config, path))).not.toEqual([])
  })

  it.each(leavesOf(before.translations).map((path) => [path.join('.'), path] as const))(
    'names the part of a translation in which %s is',
    (_, path) => {
      const [change, ...others] = changed((config) => changeLeaf(config, ['translations', ...path]))
      expect(others).toEqual([])
      expect(change).toMatchObject({ of: 'translation', locale: 'es-ES', parts: [expect.any(String)] })
    },
  )

  it.each<[string, (config: ResellerConfig) => unknown, Change[]]>([
    [
      'a colour',
      ({ theme }) => Object.assign(theme.colours, { primary: '#000000' }),
      [{ of: 'colour', name: 'primary', from: '#1a3a8f', to: '#000000' }],
    ],
    [
      'a font',
      ({ theme }) => Object.assign(theme.fonts, { display: 'fraunces' }),
      [{ of: 'setting', name: 'fontDisplay', from: 'inter', to: 'fraunces' }],
    ],
    [
      'a text that goes',
      (config) => Object.assign(config, { mail: undefined }),
      [{ of: 'setting', name: 'signature', from: 'Yours', to: null }],
    ],
    [
      'a section that is new',
      ({ home }) => home.splice(1, 0, { type: 'text', title: 'News', text: 'None' }),
      [{ of: 'section', what: 'added', type: 'text', title: 'News', to: 0 }],
    ],
    [
      'a section that moves, and not those it passes',
      ({ home }) => home.unshift(...home.splice(3, 1)),
      [{ of: 'section', what: 'moved', type: 'text', title: 'About us', to: 1 }],
    ],
    [
      'a section that says something else',
      ({ home }) => Object.assign(home[3] ?? {}, { text: 'We love tickets.' }),
      [
        {
          ...{ of: 'sectionText', part: 'text', type: 'text', title: 'About us', place: 4 },
          ...{ from: 'We sell tickets.', to: 'We love tickets.' },
        },
      ],
    ],
    [
      'a section under another title, and the text that it has now',
      ({ home }) => Object.assign(home[0] ?? {}, { title: 'Days out', text: 'Go' }),
      [
        {
          ...{ of: 'sectionText', part: 'title', type: 'hero', title: 'Days out', place: 1 },
          ...{ from: 'Nights out', to: 'Days out' },
        },
        { of: 'sectionText', part: 'text', type: 'hero', title: 'Days out', place: 1, from: null, to: 'Go' },
      ],
    ],
    [
      'a picture that comes, with its words',
      ({ home }) => Object.assign(home[0] ?? {}, { picture: { ...picture, alt: 'A stage' } }),
      [{ of: 'sectionPicture', what: 'added', type: 'hero', title: 'Nights out', place: 1 }],
    ],
    [
      'another picture with other words',
      ({ home }) => Object.assign(home[3] ?? {}, { picture: { ...picture, alt: 'A door', id: 'b'.repeat(64) } }),
      [
        {
          ...{ of: 'sectionText', part: 'alt', type: 'text', title: 'About us', place: 4 },
          ...{ from: 'A desk', to: 'A door' },
        },
        { of: 'sectionPicture', what: 'changed', type: 'text', title: 'About us', place: 4 },
      ],
    ],
    [
      'a picture that goes, without its words',
      ({ home }) => Object.assign(home[3] ?? {}, { picture: undefined }),
      [{ of: 'sectionPicture', what: 'removed', type: 'text', title: 'About us', place: 4 }],
    ],
    [
      'shows that come and go, by name where one is known',
      ({ home }) => Object.assign(home[1] ?? {}, { showIds: ['b', 'c', 'd', 'e'] }),
      [
        { of: 'sectionShows', what: 'removed', named: ['Night Train'], unnamed: 0, ...season },
        { of: 'sectionShows', what: 'added', named: ['Swan Lake'], unnamed: 2, ...season },
      ],
    ],
    [
      'shows in another order',
      ({ home }) => Object.assign(home[1] ?? {}, { showIds: ['b', 'a'] }),
      [{ of: 'sectionShows', what: 'moved', ...season }],
    ],
    [
      'a section that moves and says something else',
      ({ home }) => {
        home.unshift(...home.splice(3, 1))
        Object.assign(home[0] ?? {}, { text: 'Hello' })
      },
      [
        {
          ...{ of: 'sectionText', part: 'text', type: 'text', title: 'About us', place: 1 },
          ...{ from: 'We sell tickets.', to: 'Hello' },
        },
        { of: 'section', what: 'moved', type: 'text', title: 'About us', to: 1 },
      ],
    ],
    [
      'nothing where a text that is not there becomes an empty one',
      ({ home }) => Object.assign(home[0] ?? {}, { text: '' }),
      [],
    ],
    [
      'a field of a section that this code has never heard of',
      ({ home }) => Object.assign(home[2] ?? {}, { confetti: true }),
      [{ of: 'section', what: 'changed', type: 'upcoming', title: 'Upcoming', to: 3 }],
    ],
    [
      'a field of a picture that this code has never heard of',
      ({ home }) => Object.assign(home[3] ?? {}, { picture: { ...picture, alt: 'A desk', focus: 'left' } }),
      [{ of: 'sectionPicture', what: 'changed', type: 'text', title: 'About us', place: 4 }],
    ],
    [
      'a section that goes',
      ({ home }) => home.splice(1, 1),
      [{ of: 'section', what: 'removed', type: 'featured', title: 'The season', to: 0 }],
    ],
    [
      'a link under another name',
      ({ navigation }) => Object.assign(navigation[1] ?? {}, { label: 'Ballet' }),
      [{ of: 'link', list: 'navigation', what: 'changed', label: 'Ballet', href: '/shows?category=dance', to: 2 }],
    ],
    ['a switch', ({ live }) => Object.assign(live, { viewers: false }), [{ of: 'switch', name: 'viewers', on: false }]],
    [
      'another primary host',
      ({ hosts }) => hosts.unshift('shop.example'),
      [
        { of: 'host', what: 'added', host: 'shop.example' },
        { of: 'host', what: 'primary', host: 'shop.example' },
      ],
    ],
    [
      'a field that this code has never heard of',
      (config) => Object.assign(config, { mascots: ['owl'] }),
      [{ of: 'other', path: 'mascots' }],
    ],
    [
      'a language that is new',
      (config) => Object.assign(config, { locales: ['en-GB', 'ja-JP'] }),
      [{ of: 'language', what: 'added', locale: 'ja-JP' }],
    ],
    [
      'a translation',
      ({ translations }) => Object.assign(translations ?? {}, { 'ja-JP': { texts: { tagline: '切符' } } }),
      [{ of: 'translation', locale: 'ja-JP', parts: ['tagline'] }],
    ],
    [
      'legal texts and a signature in another language',
      ({ translations }) =>
        Object.assign(translations?.['es-ES'] ?? {}, { legal: { imprint: 'Nos', terms: 'Justas' }, mail: {} }),
      [{ of: 'translation', locale: 'es-ES', parts: ['privacy', 'terms', 'signature'] }],
    ],
    [
      'a section and its translation that move, once each',
      ({ home, translations }) => {
        home.reverse()
        translations?.['es-ES']?.home?.reverse()
      },
      [
        { of: 'translation', locale: 'es-ES', parts: ['home'] },
        { of: 'section', what: 'moved', type: 'upcoming', title: 'Upcoming', to: 2 },
        { of: 'section', what: 'moved', type: 'featured', title: 'The season', to: 3 },
        { of: 'section', what: 'moved', type: 'hero', title: 'Nights out', to: 4 },
      ],
    ],
    [
      'a field of a translation that this code has never heard of',
      ({ translations }) => Object.assign(translations?.['es-ES'] ?? {}, { mascots: ['búho'] }),
      [{ of: 'translation', locale: 'es-ES', parts: [] }],
    ],
    [
      'nothing where a translation has the same words in another order, and empty fields',
      ({ translations }) =>
        Object.assign(translations ?? {}, {
          'es-ES': {
            mail: { signature: 'Suyos' },
            legal: { privacy: 'Poca', imprint: 'Nos', terms: ' ' },
            footer: { links: ['Escribir', null], text: 'Pie' },
            navigation: ['Todo'],
            home: [
              { title: 'Noches' },
              { title: 'La temporada' },
              {},
              { text: 'Vendemos.', title: 'Nosotros' },
              { title: '' },
            ],
            texts: { holdNotice: 'Con calma', tagline: 'Entradas', description: 'Un ejemplo' },
          },
          'ja-JP': { legal: {}, texts: {}, home: [{}], footer: { links: [null] } },
        }),
      [],
    ],
    [
      'sections that trade their words in a translation',
      ({ translations }) => translations?.['es-ES']?.home?.splice(0, 2, { title: 'La temporada' }, { title: 'Noches' }),
      [{ of: 'translation', locale: 'es-ES', parts: ['home'] }],
    ],
    [
      'a field that this code has never heard of inside a part of a translation',
      ({ translations }) => Object.assign(translations?.['es-ES']?.texts ?? {}, { motto: 'Olé' }),
      [{ of: 'translation', locale: 'es-ES', parts: [] }],
    ],
    [
      'a logo that becomes a picture',
      ({ logo }) => Object.assign(logo, { picture: { id: 'a'.repeat(64), width: 1, height: 1 } }),
      [{ of: 'logo', what: 'added' }],
    ],
    [
      'a hint that was on without being said',
      (config) => Object.assign(config, { seatMap: { orphanHint: false } }),
      [{ of: 'switch', name: 'orphanHint', on: false }],
    ],
    [
      'a hint that is said to be on, which it was',
      (config) => Object.assign(config, { seatMap: { orphanHint: true } }),
      [],
    ],
    [
      'a new field inside a known one',
      ({ live }) => Object.assign(live, { confetti: true }),
      [{ of: 'other', path: 'live.confetti' }],
    ],
  ])('names %s', (_, change, expected) => {
    expect(changed(change)).toEqual(expected)
  })
})

describe('changes of a list', () => {
  const same = [(entry: string) => entry]
  const names = 'abcdef'.split('')

  it('lead from one to the other, for every order of four', () => {
    const orders = (rest: string[]): string[][] =>
      rest.length === 0
        ? [[]]
        : rest.flatMap((one) => orders(rest.filter((x) => x !== one)).map((tail) => [one, ...tail]))
    for (const order of orders(['a', 'b', 'c', 'd'])) {
      const moves = listChanges(['a', 'b', 'c', 'd'], order, same)
      const moved = new Set(moves.map((move) => ('now' in move ? move.now : '')))
      expect(moves.every(({ what }) => what === 'moved')).toBe(true)
      const resting = order.filter((name) => !moved.has(name))
      expect(resting).toEqual(resting.toSorted())
    }
  })

  it('are as few as they can be', () => {
    expect(listChanges(names, ['f', 'a', 'b', 'c', 'd', 'e'], same)).toHaveLength(1)
    expect(listChanges(names, ['b', 'c', 'd', 'e', 'f', 'a'], same)).toHaveLength(1)
  })

  it('take equal entries one for one', () => {
    expect(listChanges(['a', 'a'], ['a', 'a', 'a'], same)).toEqual([{ what: 'added', now: 'a' }])
  })
})
