import type { Messages } from '../en.ts'

export const price: Messages['price'] = {
  from: '{price}〜',
  feesPart: '手数料 {fees} 込み',
  allIn: '表示価格は手数料込みの総額です。',
}
