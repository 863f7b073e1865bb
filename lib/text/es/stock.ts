import type { Messages } from '../en.ts'

export const stock: Messages['stock'] = {
  few: 'Últimas entradas',
  sold_out: 'Agotado',
  cancelled: 'Cancelado',
  onSaleFrom: 'A la venta {when}',
}
