import type { Messages } from '../en.ts'

export const stock: Messages['stock'] = {
  few: 'Últimas entradas',
  sold_out: 'Agotadas',
  cancelled: 'Cancelada',
  onSaleFrom: 'A la venta {when}',
}
