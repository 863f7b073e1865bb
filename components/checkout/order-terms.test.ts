import { expect, it } from 'vitest'
import { orderTerms } from './order-terms.ts'

const terms = { label: 'Terms and conditions', href: '/legal/terms' }
const privacy = { label: 'Privacy notice', href: '/legal/privacy' }

it.each([
  [
    'terms first, and nothing that an order has nothing to do with',
    { imprint: 'i', privacy: 'p', terms: 't' },
    [terms, privacy],
  ],
  ['only what is written', { privacy: 'p' }, [privacy]],
  ['nothing where nothing is', {}, []],
  ['nothing where a reseller has no legal texts', undefined, []],
])('what to read before ordering is %s', (_, legal, links) => {
  expect(orderTerms({ locale: 'en-GB', ...(legal && { legal }) })).toEqual(links)
})
