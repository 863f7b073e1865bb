import type { Messages } from '../en.ts'

export const stock: Messages['stock'] = {
  few: 'Nur noch wenige',
  sold_out: 'Ausverkauft',
  cancelled: 'Abgesagt',
  onSaleFrom: 'Verkauf ab {when}',
}
