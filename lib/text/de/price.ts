import type { Messages } from '../en.ts'

export const price: Messages['price'] = {
  from: 'Ab {price}',
  feesPart: 'inkl. {fees} Gebühren',
  allIn: 'Der volle Preis. Alle Gebühren sind enthalten.',
}
