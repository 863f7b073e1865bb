import type { Messages } from '../en.ts'

export const list: Messages['list'] = {
  title: '公演一覧',
  summary: '{name}で販売中のすべての公演の日程、座席、総額をご覧いただけます。',
  search: '検索',
  searchPlaceholder: '出演者・公演名・会場',
  submit: '検索',
  categories: 'ジャンル',
  everything: 'すべて',
  concert: 'コンサート',
  theatre: '演劇',
  family: 'ファミリー',
  comedy: 'お笑い',
  dance: 'ダンス・舞踊',
  other: 'その他',
  more: 'さらに見る',
  fromStart: '最初に戻る',
  emptyTitle: '該当する公演がありません',
  emptyText: '別の言葉で検索するか、すべての公演をご覧ください。',
  showAll: 'すべての公演を見る',
}
