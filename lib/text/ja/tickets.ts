import type { Messages } from '../en.ts'

export const tickets: Messages['tickets'] = {
  chooseTickets: '券種を選ぶ',
  chooseSeats: '座席を選ぶ',
  quantityOf: '{tier} の枚数',
  fewer: '{tier} を1枚減らす',
  more: '{tier} を1枚増やす',
  left: '{count, plural, other {残り#枚}}',
  limit: '{count, plural, other {お一人様#枚まで。}}',
  limitReached: 'お一人様{count}枚までです。',
  asOf: '{time} 現在（自動更新）',
  asOfStale: '{time} 現在',
  loading: '販売状況を確認しています…',
  unreachableTitle: '販売状況を取得できません',
  unreachableText: '現在わかっている内容のみ表示しています。復旧しだい、価格と座席を表示します。',
  retry: '再試行',
}
