import type { Messages } from '../en.ts'

export const ticket: Messages['ticket'] = {
  admit: '1名様',
  number: '{count}枚中 {number}枚目',
  seat: '座席',
  holder: 'お名前',
  category: '券種',
  scan: '入口でご提示ください',
  barcode: 'コード {code}',
}
