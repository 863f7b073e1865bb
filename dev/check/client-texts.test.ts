import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkClientTexts, textFaults } from './client-texts.ts'

const aliases = { '#components/*': './components/*' }
const faults = (sources: Record<string, string>) => textFaults(sources, aliases)

const box = { 'components/box.tsx': `import './price.tsx'\nuseTranslations('tickets')` }
const price = { 'components/price.tsx': `useTranslations('price')` }
const page = (texts: string) => ({ 'app/shows/page.tsx': `import '#components/box.tsx'\n${texts}` })

it('finds that every page hands over what its components read, and nothing else', () => {
  expect(checkClientTexts(join(import.meta.dirname, '../..'))).toEqual([])
})

it('misses what a page does not name, however deep it is read', () => {
  expect(faults({ ...box, ...price, ...page(`<Texts locale={l} of={['tickets']}>`) })).toEqual([
    "app/shows/page.tsx: what it renders reads 'price', which no <Texts> around it names",
  ])
})

it('misses what only a file that comes later reads', () => {
  const late = { 'components/box.tsx': `dynamic(() => import('./price.tsx'))` }
  expect(faults({ ...late, ...price, ...page('') })).toHaveLength(1)
})

it('takes what a layout gives, for pages below it only', () => {
  const layout = `<Texts locale={l} of={['tickets', 'price']}>`
  expect(faults({ ...box, ...price, ...page(''), 'app/layout.tsx': layout })).toEqual([])
  expect(faults({ ...box, ...price, ...page(''), 'app/orders/layout.tsx': layout })).toHaveLength(4)
})

it('takes what is given on the way, for what comes after it only', () => {
  const part = { 'app/shows/part.tsx': `import '#components/price.tsx'\n<Texts locale={l} of={['price']}>` }
  expect(faults({ ...price, ...part, 'app/shows/page.tsx': `import './part.tsx'` })).toEqual([])
  const beside = `import './part.tsx'\nimport '#components/price.tsx'`
  expect(faults({ ...price, ...part, 'app/shows/page.tsx': beside })).toHaveLength(1)
  const passedOn = { 'components/bell.tsx': `import './price.tsx'\ntextsFor(locale, ['price'])` }
  expect(faults({ ...price, ...passedOn, 'app/page.tsx': `import '#components/bell.tsx'` })).toEqual([])
})

it('does not follow a type', () => {
  expect(faults({ ...price, 'app/page.tsx': `import type { Price } from '#components/price.tsx'` })).toEqual([])
})

it('names what nobody reads', () => {
  expect(faults({ ...box, ...price, ...page(`<Texts locale={l} of={['tickets', 'price', 'seats']}>`) })).toEqual([
    "app/shows/page.tsx: nothing that it renders reads 'seats'",
  ])
})

it.each(['useTranslations(name)', '<Texts locale={l} of={names}>', 'textsFor(locale, names)'])(
  'refuses %s, which it cannot read',
  (source) => expect(faults({ 'components/x.tsx': source })).toHaveLength(1),
)
