import type { Messages } from '../en.ts'

export const home: Messages['home'] = {
  nextUp: '次の公演',
  tickets: 'チケット',
  seeAll: '公演一覧へ',
  more: 'さらに見る',
  emptyTitle: '現在、販売中の公演はありません',
  emptyText: '新しい公演はまずこちらでお知らせします。お問い合わせは {email} まで。',
  unreachableTitle: '公演情報を表示できません',
  unreachableText: 'ただいま発券システムにつながりません。しばらくしてからもう一度お試しください。',
}
