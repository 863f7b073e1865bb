import type { Messages } from '../en.ts'

export const price: Messages['price'] = {
  from: 'Desde {price}',
  feesPart: 'incl. {fees} de gastos',
  allIn: 'Precio final. Todos los gastos están incluidos.',
}
