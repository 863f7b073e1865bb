import type { Messages } from '../en.ts'

export const show: Messages['show'] = {
  when: '日程',
  starts: '開演',
  ends: '終演予定',
  where: '会場',
  doorsAt: '開場 {time}',
  yourTime: 'お使いの地域では {time}',
  about: '公演について',
  performers: '出演',
  age: '対象年齢',
  directions: 'アクセス',
  accessibility: 'バリアフリー',
  tickets: 'チケット',
  from: '{price}〜',
  cancelledTitle: 'この公演は中止になりました',
  cancelledText: 'ご購入済みのチケットは自動的に払い戻されます。お手続きは不要です。',
  onSaleTitle: '{when} 発売',
  onSaleText: '発売時刻になると、このページでそのままお選びいただけます。再読み込みは不要です。',
  soldOutTitle: '予定枚数終了',
  soldOutText: 'キャンセル分が出ると、すぐにこのページに表示されます。',
  viewers: '{count, plural, other {#人がこの公演を見ています}}',
}
