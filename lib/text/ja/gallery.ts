import type { Messages } from '../en.ts'

export const gallery: Messages['gallery'] = {
  title: '写真',
  show: '{count}枚中{number}枚目：{title}',
  strip: '写真、横にスクロールできます',
}
