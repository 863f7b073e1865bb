import { describe, expect, it } from 'vitest'
import { exampleConfig } from '#dev/test/example-config.ts'
import { followed, withLists } from './follow-list.ts'
import { moved, removed } from './list-steps.ts'

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => ({ name })) as [object, object, object, object]
const before = [a, b, c]
const words = ['A', null, 'C']

describe('the words of a list', () => {
  it.each<[string, object[], (string | null)[] | undefined]>([
    ['stay', before, ['A', null, 'C']],
    ['move with an entry', moved(before, 2, 0), ['C', 'A', null]],
    ['go with an entry', removed(before, 0), [null, 'C']],
    ['of an entry that is rewritten stay', [{ name: 'a2' }, b, c], ['A', null, 'C']],
    ['of a new entry are none', [...before, d], ['A', null, 'C', null]],
    ['are not there when none is left', removed(removed(before, 2), 0), undefined],
  ])('%s', (_, after, expected) => {
    expect(followed(before, after, words)).toEqual(expected)
  })

  it('that nobody translated stay away', () => {
    expect(followed(before, moved(before, 0, 2), undefined)).toBeUndefined()
  })
})

it('moves a section, a link of the menu and one of the footer in every language', () => {
  const link = (label: string) => ({ label, href: `/${label}` })
  const config = exampleConfig({
    home: [
      { type: 'hero', title: 'One' },
      { type: 'upcoming', title: 'Two' },
    ],
    navigation: [link('one'), link('two')],
    footer: { text: 'Foot', links: [link('one'), link('two')] },
    translations: {
      'de-DE': { home: [{ title: 'Eins' }], navigation: ['eins', 'zwei'], footer: { text: 'Fuß', links: ['eins'] } },
      'es-ES': { texts: { tagline: 'Entradas' }, legal: { terms: 'Justas' }, mail: { signature: 'Suyos' } },
    },
  })
  const turned = withLists(config, {
    home: moved(config.home, 0, 1),
    navigation: moved(config.navigation, 0, 1),
    links: moved(config.footer.links, 0, 1),
  })
  expect(turned.home.map(({ title }) => title)).toEqual(['Two', 'One'])
  expect(turned.translations).toEqual({
    'de-DE': {
      home: [null, { title: 'Eins' }],
      navigation: ['zwei', 'eins'],
      footer: { text: 'Fuß', links: [null, 'eins'] },
    },
    'es-ES': { texts: { tagline: 'Entradas' }, legal: { terms: 'Justas' }, mail: { signature: 'Suyos' } },
  })
})
