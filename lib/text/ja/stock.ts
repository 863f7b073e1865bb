import type { Messages } from '../en.ts'

export const stock: Messages['stock'] = {
  few: '残りわずか',
  sold_out: '予定枚数終了',
  cancelled: '公演中止',
  onSaleFrom: '{when} 発売',
}
