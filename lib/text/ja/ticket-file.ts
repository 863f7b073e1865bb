import type { Messages } from '../en.ts'

export const ticketFile: Messages['ticketFile'] = {
  title: 'ご注文 {code} のチケット：{title}',
  doors: '開場 {time}',
  tickets: 'チケット{count}枚',
  order: 'ご注文 {code}',
  orderLabel: '注文番号',
  help: 'お問い合わせ：{email}',
}
